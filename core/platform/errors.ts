import type { ErrorCode } from '#contract/http/error-status'
import { inEnglish } from '#contract/in-english'
import { type Saying, say } from '#contract/say'

/** A failure that the caller is told of: of what kind it is, and what is said of it. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly reason: Saying

  constructor(code: Exclude<ErrorCode, 'internal'>, reason: Saying, options?: ErrorOptions) {
    super(inEnglish(reason), options)
    this.code = code
    this.reason = reason
  }
}

/** Missing and "not yours to see" are one answer, so that nobody learns what exists. */
export const notFound = (what: Thing) => new DomainError('not_found', say('no_such', { what }))
type Thing = Extract<Saying, { code: 'no_such' }>['params']['what']

export const isNotFound = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'not_found'

export interface InputIssue {
  /** Which part of the input: `body.text`. */
  readonly path: string
  /** Of a text that is a file's: from 1. */
  readonly line?: number
  readonly reason: Saying
}

/** Input that is refused, part by part. */
export class InvalidInput extends DomainError {
  readonly issues: readonly InputIssue[]

  constructor(issues: readonly InputIssue[], reason: Saying = say('input_wrong')) {
    super('invalid', reason)
    this.issues = issues
  }
}

/** A write of fields that others wrote since they were read. Nothing was written. */
export class Overtaken extends DomainError {
  /** What stands in these fields now, and the `revision` by which to replace it. */
  readonly current: Readonly<Record<string, unknown>>

  constructor(current: Readonly<Record<string, unknown>>) {
    super('conflict', say('changed_meanwhile'))
    this.current = current
  }
}

/** More than a person may ask, or a service can take. */
export class TooManyRequests extends DomainError {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('too_many_requests', say('asked_too_much', { seconds: retryAfterSeconds }))
    this.retryAfterSeconds = retryAfterSeconds
  }
}
