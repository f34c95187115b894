import { z } from 'zod'
import { codeLimits } from '#contract/enrolments/limits'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoutes } from '#contract/http/route'
import { CourseId, LessonId } from '#contract/platform/ids'
import { PageReport } from '#contract/platform/page-report'
import { PlaybackReport } from '#contract/videos/playback-report'
import {
  CourseSession,
  Enrolment,
  Heartbeat,
  LessonProgress,
  LessonSession,
  Me,
  MyCourse,
} from './progress.ts'

const OfCourse = z.object({ courseId: CourseId })

export const learning = defineRoutes(
  { service: 'learning', access: 'user' },
  {
    getMe: {
      method: 'GET',
      path: '/me',
      summary: 'Who is signed in',
      response: Me,
    },
    listMyCourses: {
      method: 'GET',
      path: '/my/courses',
      summary: 'The courses I am enrolled in, last active first',
      query: PageQuery,
      response: pageOf(MyCourse),
    },
    enrol: {
      method: 'PUT',
      path: '/my/courses/{courseId}',
      summary: 'Enrol in a published course; 409: it is full, or takes nobody now',
      params: OfCourse,
      response: Enrolment,
      errors: ['not_found', 'conflict'],
    },
    enrolByCode: {
      method: 'PUT',
      path: '/my/courses/{courseId}/by-code',
      summary:
        'Enrol by a code; 403: it enrols nobody; 409: the course is full, or takes nobody now; 429: tried too often',
      params: OfCourse,
      body: z.object({ code: z.string().min(1).max(codeLimits.typed) }),
      response: Enrolment,
      errors: ['forbidden', 'not_found', 'conflict'],
    },
    unenrol: {
      method: 'DELETE',
      path: '/my/courses/{courseId}',
      summary:
        'Leave a course; progress is kept for a return; 403: its teachers suspended me, or my last day is over',
      params: OfCourse,
      errors: ['forbidden'],
    },
    openCourse: {
      method: 'POST',
      path: '/my/courses/{courseId}/session',
      summary:
        'Open a course: signed cookies for its content, and how far I am; 409: its teachers must publish it again',
      params: OfCourse,
      response: CourseSession,
      errors: ['forbidden', 'not_found', 'conflict'],
      idempotent: true,
    },
    openLesson: {
      method: 'POST',
      path: '/my/courses/{courseId}/lessons/{lessonId}/session',
      summary: 'Open a lesson that not every member may open at once: signed cookies for it alone',
      params: OfCourse.extend({ lessonId: LessonId }),
      response: LessonSession,
      errors: ['forbidden', 'not_found', 'conflict'],
      idempotent: true,
    },
    recordProgress: {
      method: 'PUT',
      path: '/my/courses/{courseId}/lessons/{lessonId}/progress',
      summary: 'A heartbeat while learning',
      params: OfCourse.extend({ lessonId: LessonId }),
      body: Heartbeat,
      response: LessonProgress,
      errors: ['forbidden', 'not_found'],
    },
    openMedia: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/media-session',
      right: 'read',
      summary: 'Signed cookies for a course’s media, for those who teach it',
      params: OfCourse,
      response: CourseSession.pick({ expiresAt: true, lastsSeconds: true }),
      errors: ['not_found'],
      idempotent: true,
    },
    reportPlayback: {
      method: 'POST',
      path: '/telemetry',
      summary: 'How playing or the load of a page went, from a sample and without personal data',
      access: 'public',
      body: z.union([PlaybackReport, PageReport]),
      status: 202,
    },
  },
)
