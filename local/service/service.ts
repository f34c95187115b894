import type { Cloud } from '#local/assembly/cloud'
import type { Identities } from '#local/assembly/identifiers'
import type { Ports } from '#local/http/ports'
import type { Closable } from './closing.ts'

/** What every service starts with. */
export interface Context {
  readonly cloud: Cloud
  readonly ports: Ports
  /** Where everything is kept; a service takes a folder or a file in it. */
  readonly dataDir: string
  /** Adds a line to a part's own log. */
  readonly log: (part: string, line: string) => void
  /** Adds a line to the log of the cloud itself. */
  readonly note: (line: string) => void
  /** Tells the person at the terminal. */
  readonly say: (line: string) => void
  /** Ends everything, since a part of it has ended by itself. */
  readonly fail: (error: Error) => void
}

interface Definition<Handed> {
  /** Its folder. */
  readonly name: string
  /** The resource types that it serves, with what `Ref` and `Fn::GetAtt` answer of each. */
  readonly types: Identities
  /** Rejects with a sentence where this machine lacks what it needs; asked before anything is built. */
  readonly requires?: () => Promise<unknown>
  /** Answers what others may use of it. Where that has a `close`, it is called at the end, the last started first. */
  readonly start: (context: Context) => Promise<Handed> | Handed
}

/** A service of AWS's on this machine. */
export interface Service<Handed = unknown> extends Omit<Definition<Handed>, 'start'> {
  /** Answers what to close. */
  start(context: Context): Promise<Closable | undefined>
  /** What it answered when it started; throws when it has not. */
  in(context: Context): Handed
}

export function defineService<Handed extends object | undefined>(
  definition: Definition<Handed>,
): Service<Handed> {
  const started = new WeakMap<Context, { readonly handed: Handed }>()
  return {
    ...definition,
    async start(context) {
      const handed = await definition.start(context)
      started.set(context, { handed })
      return isClosable(handed) ? handed : undefined
    },
    in(context) {
      const found = started.get(context)
      if (!found)
        throw new Error(
          `${definition.name} has not started. In local/cloud/services.ts it stands before what uses it.`,
        )
      return found.handed
    },
  }
}

const isClosable = (handed: object | undefined): handed is Closable =>
  handed !== undefined && 'close' in handed
