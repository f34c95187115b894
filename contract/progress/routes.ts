import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoute } from '#contract/http/route'
import { CourseId, LessonId } from '#contract/platform/ids'
import { PlaybackReport } from '#contract/videos/playback-report'
import { CourseSession, Enrolment, Heartbeat, LessonProgress, Me, MyCourse } from './progress.ts'

const OfCourse = z.object({ courseId: CourseId })

export const learning = {
  getMe: defineRoute({
    id: 'getMe',
    service: 'learning',
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in',
    access: 'user',
    response: Me,
  }),
  listMyCourses: defineRoute({
    id: 'listMyCourses',
    service: 'learning',
    method: 'GET',
    path: '/my/courses',
    summary: 'The courses I am enrolled in, last active first',
    access: 'user',
    query: PageQuery,
    response: pageOf(MyCourse),
  }),
  enrol: defineRoute({
    id: 'enrol',
    service: 'learning',
    method: 'PUT',
    path: '/my/courses/{courseId}',
    summary: 'Enrol in a published course',
    access: 'user',
    params: OfCourse,
    response: Enrolment,
    errors: ['not_found'],
  }),
  unenrol: defineRoute({
    id: 'unenrol',
    service: 'learning',
    method: 'DELETE',
    path: '/my/courses/{courseId}',
    summary: 'Leave a course; progress is kept for a return',
    access: 'user',
    params: OfCourse,
  }),
  openCourse: defineRoute({
    id: 'openCourse',
    service: 'learning',
    method: 'POST',
    path: '/my/courses/{courseId}/session',
    summary: 'Open a course: signed cookies for its content, and how far I am',
    access: 'user',
    params: OfCourse,
    response: CourseSession,
    errors: ['not_found'],
    idempotent: true,
  }),
  recordProgress: defineRoute({
    id: 'recordProgress',
    service: 'learning',
    method: 'PUT',
    path: '/my/courses/{courseId}/lessons/{lessonId}/progress',
    summary: 'A heartbeat while learning',
    access: 'user',
    params: OfCourse.extend({ lessonId: LessonId }),
    body: Heartbeat,
    response: LessonProgress,
    errors: ['not_found'],
  }),
  openMedia: defineRoute({
    id: 'openMedia',
    service: 'learning',
    method: 'POST',
    path: '/teaching/courses/{courseId}/media-session',
    summary: 'Signed cookies for a course’s media, for those who teach it',
    access: 'author',
    params: OfCourse,
    response: CourseSession.pick({ expiresAt: true, lastsSeconds: true }),
    errors: ['not_found'],
    idempotent: true,
  }),
  reportPlayback: defineRoute({
    id: 'reportPlayback',
    service: 'learning',
    method: 'POST',
    path: '/telemetry',
    summary: 'How playing went, from a sample of views and without personal data',
    access: 'public',
    body: PlaybackReport,
    status: 202,
  }),
}
