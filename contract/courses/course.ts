import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { LessonKind } from '#contract/lessons/kinds/index'
import { CourseId, Instant, LessonId, ModuleId, Slug, UserId } from '#contract/platform/ids'
import { Rules } from '#contract/rules/rule'
import { courseLimits } from './limits.ts'
import { CourseDescription, CourseDoors, CourseFacts } from './properties/properties.ts'

export const CourseTitle = z.string().trim().min(1).max(courseLimits.title)
export const CourseSummary = z.string().trim().max(courseLimits.summary)

/** A course as the catalogue shows it: published facts only. */
export const CourseCard = z.object({
  id: CourseId,
  slug: Slug,
  title: CourseTitle,
  summary: CourseSummary,
  /** Empty of somebody who gave none. */
  teacherName: z.string(),
  lessonCount: z.number().int().min(0),
  /** The sum of its videos, in seconds. */
  durationSeconds: z.number().min(0),
  enrolmentCount: z.number().int().min(0),
  publishedAt: Instant,
  version: z.number().int().min(1),
  ...CourseFacts.shape,
})
export type CourseCard = z.infer<typeof CourseCard>

/** A course's public page: the card and its contents by title. */
export const CoursePage = CourseCard.extend({
  description: CourseDescription,
  ...CourseDoors.pick({ visibility: true, enrolling: true }).shape,
  /** Null where any number is taken. */
  placesLeft: z.number().int().min(0).nullable().default(null),
  modules: z.array(
    z.object({
      /** Earlier versions of Lectern wrote none. */
      id: ModuleId.optional(),
      title: z.string(),
      lessons: z.array(
        z.object({
          id: LessonId,
          title: z.string(),
          kind: LessonKind,
          durationSeconds: z.number().nullable(),
          /** Where everyone finds what it shows, below the web origin; null: it is for members. */
          previewUrl: z.string().nullable(),
          /** From when on members may open it, where that is not at once. */
          opensFrom: Instant.optional(),
          /** What else it waits for. */
          rules: Rules.optional(),
        }),
      ),
    }),
  ),
})
export type CoursePage = z.infer<typeof CoursePage>

/** A course as its teachers see it. */
export const CourseDraft = z.object({
  id: CourseId,
  slug: Slug,
  title: CourseTitle,
  summary: CourseSummary,
  ownerId: UserId,
  /** As their account said last when they made, published or took over the course. */
  ownerName: z.string().default(''),
  createdAt: Instant,
  updatedAt: Instant,
  /** The version learners see; null until it is published. */
  publishedVersion: z.number().int().min(1).nullable(),
  publishedAt: Instant.nullable(),
  /** An earlier version of Lectern published it: learners are let in when it is published again. */
  outdated: z.boolean(),
  enrolmentCount: z.number().int().min(0),
  description: CourseDescription,
  ...CourseFacts.shape,
  ...CourseDoors.shape,
  /** Addresses that it had before and that lead to it. */
  formerSlugs: z.array(Slug).default([]),
  /** It is a copy whose videos and files are not all there yet: until then it is not published. */
  copying: z.boolean().default(false),
  revision: Revision,
})
export type CourseDraft = z.infer<typeof CourseDraft>
