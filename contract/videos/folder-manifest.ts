import { z } from 'zod'
import { Title } from '#contract/lessons/kinds/base'
import { Language } from './asset.ts'
import { videoLimits } from './limits.ts'

/** A folder or file below the manifest's own folder: `02 Linear maps/03 Kernel.mp4`. */
const Below = z
  .string()
  .min(1)
  .max(900)
  .refine(
    (path) => path.split('/').every((part) => !['', '.', '..'].includes(part)),
    'not_below_folder',
  )

const CaptionsFile = Below.refine((path) => /\.(vtt|srt)$/i.test(path), 'no_captions_file')

const ManifestLesson = z.strictObject({
  /** The video. */
  file: Below,
  title: Title.optional(),
  captions: z
    .array(
      z.strictObject({
        file: CaptionsFile,
        language: Language,
        label: z.string().trim().min(1).max(videoLimits.captionsLabel).optional(),
      }),
    )
    .max(50)
    .default([]),
  chapters: CaptionsFile.optional(),
})

const Lessons = z.array(ManifestLesson).max(1000).default([])

/**
 * `lectern.yaml`, `lectern.yml` or `lectern.json` in a course's folder, or in a module's folder below: what
 * names of files cannot say. Lists are in the order in which learners see modules and lessons.
 */
export const FolderManifest = z.strictObject({
  /** In a module's folder: the module's title. */
  title: Title.optional(),
  /** Of captions whose file name says none. */
  language: Language.optional(),
  modules: z
    .array(z.strictObject({ folder: Below, title: Title.optional(), lessons: Lessons }))
    .max(200)
    .default([]),
  /** In the manifest's own folder. */
  lessons: Lessons,
})
export type FolderManifest = z.infer<typeof FolderManifest>
export type ManifestLesson = z.infer<typeof ManifestLesson>
