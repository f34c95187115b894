import { z } from 'zod'
import { PublishedLine } from '#contract/courses/content'
import {
  CourseDescription,
  CourseDoors,
  CourseFacts,
} from '#contract/courses/properties/properties'
import { ofAnyKind } from '#contract/lessons/kinds/index'
import { AssetId, CourseId, FileId, Instant, ModuleId } from '#contract/platform/ids'
import { Rules } from '#contract/rules/rule'

/** All of a published version but what its lessons show: by it versions are compared and gone back to. */
export const VersionRecord = z.object({
  courseId: CourseId,
  version: z.number().int().min(1),
  title: z.string(),
  summary: z.string(),
  teacherName: z.string(),
  publishedAt: Instant,
  /** Records from before courses said more have none of it. */
  description: CourseDescription,
  ...CourseFacts.shape,
  /** What held when it was published; nobody knows it of earlier records. */
  doors: CourseDoors.nullable().default(null),
  modules: z.array(
    z.object({
      id: ModuleId,
      title: z.string(),
      rules: Rules.optional(),
      lessons: z.array(
        z.object({
          line: PublishedLine,
          syllabus: ofAnyKind('syllabus'),
          assetId: AssetId.nullable(),
          /** Records from before there were files have none. */
          videosWithin: z.array(AssetId).default([]),
          fileIds: z.array(FileId).default([]),
          /** Another where its own fields are others. */
          mark: z.string(),
        }),
      ),
    }),
  ),
})
export type VersionRecord = z.infer<typeof VersionRecord>

/** In the content bucket, beside the contents for the public page: below no address of the edge. */
export const recordKey = (courseId: CourseId, version: number): string =>
  `pages/${courseId}/${version}.record.json`
