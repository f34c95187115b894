import { errors } from 'bentocache'

/** The cache wraps what a read threw, once a level; callers know the reason, not the wrapping. */
export const reasonOf = (error: unknown): unknown =>
  error instanceof errors.E_FACTORY_ERROR ? reasonOf(error.cause) : error
