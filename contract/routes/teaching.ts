import { z } from 'zod'
import { AssetId, CourseId, LessonId, ModuleId, Slug } from '../ids.ts'
import { Asset } from '../models/asset.ts'
import { CourseDraft, CourseSummary, CourseTitle } from '../models/course.ts'
import { ArticleText, DraftOutline, Lesson, Module, Title } from '../models/lesson.ts'
import { PageQuery, pageOf } from '../models/paging.ts'
import { defineRoute } from '../route.ts'

const OfCourse = z.object({ courseId: CourseId })
const OfModule = OfCourse.extend({ moduleId: ModuleId })
const OfLesson = OfCourse.extend({ lessonId: LessonId })
const OfAsset = OfCourse.extend({ assetId: AssetId })
const OfUpload = OfCourse.extend({ uploadId: z.string().min(1).max(2048) })
const Key = z.string().min(1).max(1024)

const route = <T extends { id: string }>(declaration: T) =>
  ({ service: 'teaching', access: 'author', ...declaration }) as const

export const teaching = {
  listDrafts: defineRoute({
    ...route({ id: 'listDrafts' }),
    method: 'GET',
    path: '/teaching/courses',
    summary: 'The courses I teach, or for admins all of the site, newest first',
    query: PageQuery.extend({ whose: z.enum(['mine', 'all']).default('mine') }),
    response: pageOf(CourseDraft),
  }),
  createCourse: defineRoute({
    ...route({ id: 'createCourse' }),
    method: 'POST',
    path: '/teaching/courses',
    summary: 'Make a course; I become its owner',
    body: z.object({
      title: CourseTitle,
      /** @default made from the title */
      slug: Slug.optional(),
      summary: CourseSummary.default(''),
    }),
    response: CourseDraft,
    status: 201,
    errors: ['conflict'],
  }),
  getDraft: defineRoute({
    ...route({ id: 'getDraft' }),
    method: 'GET',
    path: '/teaching/courses/{courseId}',
    summary: 'A course and its draft outline',
    params: OfCourse,
    response: z.object({ course: CourseDraft, modules: DraftOutline }),
    errors: ['not_found'],
  }),
  updateCourse: defineRoute({
    ...route({ id: 'updateCourse' }),
    method: 'PATCH',
    path: '/teaching/courses/{courseId}',
    summary: 'Change a course’s title or summary',
    params: OfCourse,
    body: z.object({ title: CourseTitle, summary: CourseSummary }).partial(),
    response: CourseDraft,
    errors: ['not_found'],
  }),
  createModule: defineRoute({
    ...route({ id: 'createModule' }),
    method: 'POST',
    path: '/teaching/courses/{courseId}/modules',
    summary: 'Add a module at the end',
    params: OfCourse,
    body: z.object({ title: Title }),
    response: Module,
    status: 201,
    errors: ['not_found'],
  }),
  updateModule: defineRoute({
    ...route({ id: 'updateModule' }),
    method: 'PATCH',
    path: '/teaching/courses/{courseId}/modules/{moduleId}',
    summary: 'Rename or move a module',
    params: OfModule,
    body: z.object({ title: Title, position: z.number() }).partial(),
    response: Module,
    errors: ['not_found'],
  }),
  deleteModule: defineRoute({
    ...route({ id: 'deleteModule' }),
    method: 'DELETE',
    path: '/teaching/courses/{courseId}/modules/{moduleId}',
    summary: 'Delete a module and its lessons from the draft',
    params: OfModule,
    errors: ['not_found'],
  }),
  createLesson: defineRoute({
    ...route({ id: 'createLesson' }),
    method: 'POST',
    path: '/teaching/courses/{courseId}/modules/{moduleId}/lessons',
    summary: 'Add a lesson at the end of a module',
    params: OfModule,
    body: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('video'),
        title: Title,
        assetId: AssetId.nullable().default(null),
      }),
      z.object({ kind: z.literal('article'), title: Title, text: ArticleText.default('') }),
    ]),
    response: Lesson,
    status: 201,
    errors: ['not_found'],
  }),
  updateLesson: defineRoute({
    ...route({ id: 'updateLesson' }),
    method: 'PATCH',
    path: '/teaching/courses/{courseId}/lessons/{lessonId}',
    summary: 'Change or move a lesson; `assetId` is for videos, `text` for articles',
    params: OfLesson,
    body: z
      .object({
        title: Title,
        position: z.number(),
        assetId: AssetId.nullable(),
        text: ArticleText,
      })
      .partial(),
    response: Lesson,
    errors: ['not_found', 'conflict'],
  }),
  deleteLesson: defineRoute({
    ...route({ id: 'deleteLesson' }),
    method: 'DELETE',
    path: '/teaching/courses/{courseId}/lessons/{lessonId}',
    summary: 'Delete a lesson from the draft',
    params: OfLesson,
    errors: ['not_found'],
  }),
  publishCourse: defineRoute({
    ...route({ id: 'publishCourse' }),
    method: 'POST',
    path: '/teaching/courses/{courseId}/versions',
    summary: 'Publish the draft as a new immutable version',
    params: OfCourse,
    response: CourseDraft,
    status: 201,
    errors: ['not_found', 'conflict'],
  }),
  listAssets: defineRoute({
    ...route({ id: 'listAssets' }),
    method: 'GET',
    path: '/teaching/courses/{courseId}/assets',
    summary: 'The course’s uploaded videos, newest first',
    params: OfCourse,
    query: PageQuery,
    response: pageOf(Asset),
    errors: ['not_found'],
  }),
  getAsset: defineRoute({
    ...route({ id: 'getAsset' }),
    method: 'GET',
    path: '/teaching/courses/{courseId}/assets/{assetId}',
    summary: 'One asset and its state',
    params: OfAsset,
    response: Asset,
    errors: ['not_found'],
  }),
  listRejectedUploads: defineRoute({
    ...route({ id: 'listRejectedUploads' }),
    access: 'admin',
    method: 'GET',
    path: '/teaching/rejected-uploads',
    summary: 'Uploads that named no course that exists, newest first',
    query: PageQuery,
    response: pageOf(Asset),
  }),
  startUpload: defineRoute({
    ...route({ id: 'startUpload' }),
    method: 'POST',
    path: '/teaching/courses/{courseId}/uploads',
    summary: 'Begin a multipart upload straight to the ingest bucket',
    params: OfCourse,
    body: z.object({
      fileName: z.string().trim().min(1).max(200),
      sizeBytes: z.number().int().min(1),
      contentType: z.string().max(100).default('application/octet-stream'),
    }),
    response: z.object({
      uploadId: z.string(),
      key: Key,
      /** Every part has this size, but for the last. Bytes. */
      partSizeBytes: z.number().int(),
      partCount: z.number().int(),
    }),
    status: 201,
    errors: ['not_found', 'too_large'],
  }),
  signParts: defineRoute({
    ...route({ id: 'signParts' }),
    method: 'POST',
    path: '/teaching/courses/{courseId}/uploads/{uploadId}/parts',
    summary: 'Addresses to PUT parts to, valid for an hour, and the parts that already arrived',
    params: OfUpload,
    body: z.object({
      key: Key,
      partNumbers: z.array(z.number().int().min(1).max(10_000)).min(1).max(100),
    }),
    response: z.object({
      urls: z.array(z.object({ partNumber: z.number().int(), url: z.string() })),
      arrived: z.array(z.number().int()),
    }),
    errors: ['not_found'],
    idempotent: true,
  }),
  completeUpload: defineRoute({
    ...route({ id: 'completeUpload' }),
    method: 'POST',
    path: '/teaching/courses/{courseId}/uploads/{uploadId}/completion',
    summary: 'Join the parts; ingest starts by itself',
    params: OfUpload,
    body: z.object({ key: Key }),
    status: 204,
    errors: ['not_found', 'conflict'],
    idempotent: true,
  }),
  abortUpload: defineRoute({
    ...route({ id: 'abortUpload' }),
    method: 'DELETE',
    path: '/teaching/courses/{courseId}/uploads/{uploadId}',
    summary: 'Give an upload up and delete its parts',
    params: OfUpload,
    query: z.object({ key: Key }),
    errors: ['not_found'],
  }),
}
