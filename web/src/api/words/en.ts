import type { ErrorCode } from '#contract/http/error-status'
import type { Translated } from '#contract/words/translated'

export const words = {
  /** Of each kind of failure, where nothing more exact is known. */
  byCode: {
    invalid: 'Something that was sent is not as it should be. Look at it and try again.',
    unauthenticated: 'Your sign-in has ended. Sign in again to go on.',
    forbidden: 'Your account may not do this.',
    not_found: 'This does not exist any more, or it is not yours to see.',
    conflict: 'Something changed in the meantime. Load the page again and repeat your change.',
    too_large: 'This is too large. Make it smaller and try again.',
    too_many_requests: 'Too many requests at once. Wait a moment and try again.',
    internal: 'The server could not answer. Try again in a moment.',
  } satisfies Record<ErrorCode, string>,
  noAnswer: (status: number) => `The server could not answer (${status}). Try again in a moment.`,
  offline: 'Lectern cannot be reached. Check your connection and try again.',
  leftBehind: 'You signed out in another window. Sign in to go on.',
  notOurs:
    'Something between you and Lectern answered instead of it. Look at your connection and try again.',
}
export type Words = Translated<typeof words>
