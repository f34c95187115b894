import { say } from '#contract/say'

/**
 * What stands in the way of a service's work: the object is archived, its encryption key is not ours to use, or
 * something else is not allowed.
 */
export type RefusalKind = 'archived' | 'key' | 'rights'

/**
 * A service's refusal that would be the same however often it is asked, until somebody does something. Adapters
 * throw it; whatever else they throw may pass by itself.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind

  constructor(kind: RefusalKind, options: ErrorOptions & { readonly cause: Error }) {
    super(options.cause.message, options)
    this.kind = kind
  }
}

const SAID = { archived: 'file_archived', key: 'foreign_key', rights: 'no_rights' } as const

/** What an uploader is told of a refusal. */
export const refusalSaid = (kind: RefusalKind) => say(SAID[kind])
