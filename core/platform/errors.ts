import type { ErrorCode } from '#contract/http/error-status'

/** A failure that the caller is told of: its code, and a sentence saying what to do. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode

  constructor(code: Exclude<ErrorCode, 'internal'>, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Missing and "not yours to see" are one answer, so that nobody learns what exists. */
export const notFound = (what: string) =>
  new DomainError('not_found', `There is no such ${what}, or it is not yours to see.`)

export const isNotFound = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'not_found'

export interface InputIssue {
  /** Which part of the input: `body.text`. */
  readonly path: string
  readonly message: string
}

/** Input that is refused, part by part. */
export class InvalidInput extends DomainError {
  readonly issues: readonly InputIssue[]

  constructor(
    issues: readonly InputIssue[],
    message = 'Some of the input is not as it should be.',
  ) {
    super('invalid', message)
    this.issues = issues
  }
}

/** A write of fields that others wrote since they were read. Nothing was written. */
export class Overtaken extends DomainError {
  /** What stands in these fields now, and the `revision` by which to replace it. */
  readonly current: Readonly<Record<string, unknown>>

  constructor(current: Readonly<Record<string, unknown>>) {
    super(
      'conflict',
      'Somebody else changed this since you read it. Look at what stands there now, then save again to replace it.',
    )
    this.current = current
  }
}

/** More than a person may ask, or a service can take. */
export class TooManyRequests extends DomainError {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super(
      'too_many_requests',
      `You asked too much at once. Wait ${retryAfterSeconds} s, then try again.`,
    )
    this.retryAfterSeconds = retryAfterSeconds
  }
}
