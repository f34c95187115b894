import { z } from 'zod'
import { ImageFacts } from '#contract/files/file'
import { FileId } from '#contract/platform/ids'

/** A picture of the course, and which part of it shows. */
export const CoverChoice = z.object({
  fileId: FileId,
  /**
   * Covers are 16:9, so whatever is of another shape loses something at one pair of sides alone: from 0, where all that
   * is lost lies at its end or bottom, to 100. Of what lies at its start as it is painted, whatever the direction of writing.
   */
  focus: z.number().int().min(0).max(100),
})
export type CoverChoice = z.infer<typeof CoverChoice>

/** A course's own cover. It shows when the course is published; without one there is the generated one. */
export const CourseCover = z.object({
  ...CoverChoice.shape,
  ...ImageFacts.pick({ width: true, height: true, widths: true }).shape,
  /** Beside JPEG, the best first. */
  formats: z.array(z.enum(['webp'])),
  /** Below the web origin; there everyone may fetch it who knows the address, and nothing else. */
  folder: z.string(),
})
export type CourseCover = z.infer<typeof CourseCover>
