/** Every way in which a call can fail, and its HTTP status. Free of zod, for the browser. */
export const ERROR_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  /** Missing, or not yours to see. */
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS
