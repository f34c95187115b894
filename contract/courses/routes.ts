import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { SeenRevision } from '#contract/http/revision'
import { defineRoutes } from '#contract/http/route'
import { Audience } from '#contract/lessons/gate/audience'
import { Title } from '#contract/lessons/kinds/base'
import { LessonChanges } from '#contract/lessons/kinds/index'
import { DraftOutline, Lesson, LessonCreation, Module } from '#contract/lessons/lesson'
import { Standing } from '#contract/memberships/team'
import { CourseId, LessonId, ModuleId, Slug } from '#contract/platform/ids'
import { Rules } from '#contract/rules/rule'
import { CourseDraft, CourseSummary, CourseTitle } from './course.ts'
import { PropertyChanges } from './properties/properties.ts'

const OfCourse = z.object({ courseId: CourseId })
const OfModule = OfCourse.extend({ moduleId: ModuleId })
const OfLesson = OfCourse.extend({ lessonId: LessonId })

export const teaching = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    listDrafts: {
      method: 'GET',
      path: '/teaching/courses',
      summary:
        'The courses I teach: my own, newest first, then those of others; or for admins all of the site',
      query: PageQuery.extend({ whose: z.enum(['mine', 'all']).default('mine') }),
      /** Each with as what I teach it. */
      response: pageOf(CourseDraft.extend({ me: Standing })),
    },
    createCourse: {
      access: 'author',
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
    },
    getDraft: {
      method: 'GET',
      path: '/teaching/courses/{courseId}',
      right: 'read',
      summary:
        'A course and its draft outline; texts past what one answer holds are read by lesson',
      params: OfCourse,
      response: z.object({ course: CourseDraft, modules: DraftOutline, me: Standing }),
      errors: ['not_found'],
    },
    updateCourse: {
      method: 'PATCH',
      path: '/teaching/courses/{courseId}',
      right: 'settings',
      summary: 'Change what a course says of itself, its address, or who may see it and enrol',
      params: OfCourse,
      body: z
        .object({ title: CourseTitle, summary: CourseSummary, slug: Slug })
        .partial()
        .extend(PropertyChanges.shape)
        .extend(SeenRevision.shape),
      response: CourseDraft,
      errors: ['not_found', 'conflict'],
    },
    createModule: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/modules',
      right: 'edit',
      summary: 'Add a module at the end',
      params: OfCourse,
      body: z.object({ title: Title }),
      response: Module,
      status: 201,
      errors: ['not_found'],
    },
    updateModule: {
      method: 'PATCH',
      path: '/teaching/courses/{courseId}/modules/{moduleId}',
      right: 'edit',
      summary:
        'Rename a module, say when its lessons open, or move it behind another (null: before all)',
      params: OfModule,
      body: z
        .object({ title: Title, rules: Rules, after: ModuleId.nullable() })
        .partial()
        .extend(SeenRevision.shape),
      response: Module,
      errors: ['not_found', 'conflict'],
    },
    deleteModule: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/modules/{moduleId}',
      right: 'edit',
      summary: 'Delete a module and its lessons from the draft',
      params: OfModule,
      errors: ['not_found'],
    },
    createLesson: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/modules/{moduleId}/lessons',
      right: 'edit',
      summary: 'Add a lesson at the end of a module',
      params: OfModule,
      body: LessonCreation,
      response: Lesson,
      status: 201,
      errors: ['not_found'],
    },
    getLesson: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/lessons/{lessonId}',
      right: 'read',
      summary: 'A lesson of the draft, with its text',
      params: OfLesson,
      response: Lesson,
      errors: ['not_found'],
    },
    updateLesson: {
      method: 'PATCH',
      path: '/teaching/courses/{courseId}/lessons/{lessonId}',
      right: 'edit',
      summary:
        'Change a lesson, by the fields of its kind, or move it behind another of its module (null: before all)',
      params: OfLesson,
      body: z
        .object({ title: Title, audience: Audience, rules: Rules, after: LessonId.nullable() })
        .partial()
        .extend(LessonChanges.shape)
        .extend(SeenRevision.shape),
      response: Lesson,
      errors: ['not_found', 'conflict'],
    },
    deleteLesson: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/lessons/{lessonId}',
      right: 'edit',
      summary: 'Delete a lesson from the draft',
      params: OfLesson,
      errors: ['not_found'],
    },
  },
)
