import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoute } from '#contract/http/route'
import { CourseId, Slug } from '#contract/platform/ids'
import { CourseCard, CoursePage } from './course.ts'

export const catalog = {
  listCourses: defineRoute({
    id: 'listCourses',
    service: 'catalog',
    method: 'GET',
    path: '/courses',
    summary: 'Published courses, newest first',
    access: 'public',
    query: PageQuery,
    response: pageOf(CourseCard),
    cache: { seconds: 60 },
  }),
  getCourse: defineRoute({
    id: 'getCourse',
    service: 'catalog',
    method: 'GET',
    path: '/courses/{course}',
    summary: 'The public page of a published course, by id or slug',
    access: 'public',
    params: z.object({ course: z.union([CourseId, Slug]) }),
    response: CoursePage,
    errors: ['not_found'],
    cache: { seconds: 60 },
  }),
  getOpenApi: defineRoute({
    id: 'getOpenApi',
    service: 'catalog',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This API as an OpenAPI document',
    access: 'public',
    response: z.record(z.string(), z.unknown()),
    cache: { seconds: 300 },
  }),
}
