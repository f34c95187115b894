import { z } from 'zod'

/** Every way in which a call can fail, and its HTTP status. */
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

export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    /** A sentence for a person, saying what to do where something can be done. */
    message: z.string(),
    requestId: z.string(),
    /** Which parts of the input were wrong. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>
