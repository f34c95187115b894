import { z } from 'zod'
import { ERROR_STATUS, type ErrorCode } from './error-status.ts'

export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    /** A sentence for a person, saying what to do where something can be done. */
    message: z.string(),
    requestId: z.string(),
    /** Which parts of the input were wrong. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** What others wrote into the same fields meanwhile, and the `revision` by which to replace it. */
    current: z.record(z.string(), z.unknown()).optional(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>
