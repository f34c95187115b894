import { z } from 'zod'
import { Said } from '#contract/http/said'
import { CourseId, FileId, Instant } from '#contract/platform/ids'
import { fileLimits } from './limits.ts'
import { type FileType, fileTypes } from './types.ts'

const Type = z.enum(Object.keys(fileTypes) as [FileType, ...FileType[]])

/** What a picture was made into: each width as WebP and as JPEG, turned upright, without what a camera noted. */
export const ImageFacts = z.object({
  /** Of the largest. Pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** From the smallest; the last is `width`. */
  widths: z.array(z.number().int().positive()).min(1),
})
export type ImageFacts = z.infer<typeof ImageFacts>

/** What an upload is for: a picture, or anything that is taken. */
export const FileUse = z.enum(['image', 'any'])
export type FileUse = z.infer<typeof FileUse>

/**
 * A file of a course that is no video. `arriving`: it was begun, and nobody has looked at it; `ready`: it is what its type
 * says, and lies where it is served; `refused`: for a reason. Ready and refused are for ever: another content is another file.
 */
export const CourseFile = z.object({
  id: FileId,
  courseId: CourseId,
  /** As it is downloaded; once it is ready it ends as its type does. */
  name: z.string().min(1).max(fileLimits.name),
  use: FileUse,
  bytes: z.number().int().min(0),
  state: z.enum(['arriving', 'ready', 'refused']),
  /** By its content; null until it is ready. */
  type: Type.nullable(),
  /** Null of all else. */
  image: ImageFacts.nullable(),
  /** Why it was refused. */
  refusal: Said.nullable(),
  createdAt: Instant,
})
export type CourseFile = z.infer<typeof CourseFile>
