import { z } from 'zod'
import { PageQuery } from '#contract/http/paging'
import { defineRoutes } from '#contract/http/route'
import { CourseId, LessonId } from '#contract/platform/ids'
import {
  CourseReport,
  LessonReport,
  MyWeek,
  ReportPeriod,
  SiteReport,
  StoppedLearners,
} from './report.ts'

const OfCourse = z.object({ courseId: CourseId })

export const reports = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    getCourseReport: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/report',
      right: 'reports',
      summary: 'How a course I teach is used, by day and by lesson',
      params: OfCourse,
      query: ReportPeriod,
      response: CourseReport,
      errors: ['not_found'],
    },
    getLessonReport: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/lessons/{lessonId}/report',
      right: 'reports',
      summary: 'How the video of a published lesson is watched, part by part',
      params: OfCourse.extend({ lessonId: LessonId }),
      query: ReportPeriod,
      response: LessonReport,
      errors: ['not_found'],
    },
    listStoppedLearners: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/stopped-learners',
      right: 'reports',
      summary: 'Who began a course, did not complete it and has been away for two weeks',
      params: OfCourse,
      query: PageQuery,
      response: StoppedLearners,
      errors: ['not_found'],
    },
    getSiteReport: {
      method: 'GET',
      path: '/administration/report',
      summary: 'How the site is used, by day and by course',
      access: 'admin',
      query: ReportPeriod,
      response: SiteReport,
    },
    getMyWeek: {
      method: 'GET',
      path: '/my/week',
      summary: 'My last seven days of learning',
      access: 'user',
      response: MyWeek,
    },
  },
)
