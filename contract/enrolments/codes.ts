import { z } from 'zod'
import { Instant } from '#contract/platform/ids'
import { codeLimits } from './limits.ts'

/** A code that enrols whoever has it. */
export const EnrolmentCode = z.object({
  id: z.uuid(),
  code: z.string(),
  /** For whom it is meant, in the teachers' words. */
  label: z.string(),
  madeAt: Instant,
  /** Null while it enrols. */
  stoppedAt: Instant.nullable(),
  /** How many it enrolled. */
  used: z.number().int().min(0),
})
export type EnrolmentCode = z.infer<typeof EnrolmentCode>

export const CodeLabel = z.string().trim().max(codeLimits.label)
