import { z } from 'zod'
import { ERROR_STATUS, type ErrorCode } from './error-status.ts'
import { Said } from './said.ts'

/** A part of the input that is wrong: `body.text`, and a line of it where it is a file's text. */
const InputIssue = z.object({
  path: z.string(),
  line: z.number().int().min(1).optional(),
  message: z.string(),
  reason: Said,
})

export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    /** In English, for people who read the API: what happened, and what to do where something can be done. */
    message: z.string(),
    /** The same as a code with parameters, which clients put into their readers' words. */
    reason: Said.optional(),
    requestId: z.string(),
    /** Which parts of the input were wrong. */
    issues: z.array(InputIssue).optional(),
    /** What others wrote into the same fields meanwhile, and the `revision` by which to replace it. */
    current: z.record(z.string(), z.unknown()).optional(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>
