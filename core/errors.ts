import type { ErrorCode } from '#contract/error-status'

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
