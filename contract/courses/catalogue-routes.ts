import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoutes } from '#contract/http/route'
import { CourseId, Slug } from '#contract/platform/ids'
import { CourseCard, CoursePage } from './course.ts'
import { Publication } from './publication.ts'

export const catalog = defineRoutes(
  { service: 'catalog', access: 'public' },
  {
    listCourses: {
      method: 'GET',
      path: '/courses',
      summary: 'Published courses, newest first',
      query: PageQuery.extend({ published: Publication.optional() }),
      response: pageOf(CourseCard),
      cache: { seconds: 60 },
    },
    getCourse: {
      method: 'GET',
      path: '/courses/{course}',
      summary: 'The public page of a published course, by id or slug',
      params: z.object({ course: z.union([CourseId, Slug]) }),
      query: z.object({ published: Publication.optional() }),
      response: CoursePage,
      errors: ['not_found'],
      moves: true,
      cache: { seconds: 60 },
    },
    getOpenApi: {
      method: 'GET',
      path: '/openapi.json',
      summary: 'This API as an OpenAPI document',
      response: z.record(z.string(), z.unknown()),
      cache: { seconds: 300 },
    },
  },
)
