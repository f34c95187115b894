import type { learning } from '#contract/progress/routes'
import type { MembershipReader } from '#core/access/ports'
import type { CourseRepository, PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import {
  type ContentSession,
  SESSION_SECONDS,
  type SessionDeps,
} from '#core/enrolments/content-session'
import { enrol, enrolByCode } from '#core/enrolments/enrol'
import { listMyCourses } from '#core/enrolments/list-my-courses'
import { openCourse } from '#core/enrolments/open-course'
import { openLesson } from '#core/enrolments/open-lesson'
import type { EnrolmentRepository, RosterIndex } from '#core/enrolments/ports'
import type { CodeRepository } from '#core/enrolments/roster/ports'
import { unenrol } from '#core/enrolments/unenrol'
import type { PageMetrics } from '#core/platform/page-metrics'
import { reportPage } from '#core/platform/report-page'
import type { LearnerReader, ProgressRepository } from '#core/progress/ports'
import { recordProgress } from '#core/progress/record-progress'
import type { PlaybackMetrics } from '#core/videos/playback/metrics-ports'
import { openMedia } from '#core/videos/playback/open-media'
import { reportPlayback } from '#core/videos/playback/report-playback'
import { siteHostOf } from '#functions/http/site-host'
import { type VerbsOf, WithCookies } from '#functions/http/verb'

interface Deps extends SessionDeps {
  readonly courses: Pick<CourseRepository, 'get'>
  readonly memberships: MembershipReader
  readonly published: PublishedCourses
  readonly learner: LearnerReader
  /** As the table says now: what is written is decided by nothing that is remembered. */
  readonly stored: Pick<LearnerReader, 'inCourse'>
  readonly enrolments: EnrolmentRepository
  readonly roster: Pick<RosterIndex, 'rename'>
  readonly codes: Pick<CodeRepository, 'list' | 'mayTry' | 'count'>
  readonly progress: ProgressRepository
  readonly syllabus: SyllabusReader
  readonly metrics: PlaybackMetrics
  readonly pages: PageMetrics
}

export const learningVerbs = ({ stored, ...deps }: Deps): VerbsOf<typeof learning> => ({
  getMe: async ({ actor: { userId: id, name, email, roles } }) => ({
    id,
    name,
    email,
    roles: [...roles],
  }),
  listMyCourses: ({ actor, query }) => listMyCourses(deps, { actor, page: query }),
  enrol: ({ actor, params }) =>
    enrol({ ...deps, learner: stored }, { actor, ...params, address: actor.email }),
  enrolByCode: ({ actor, params, body }) =>
    enrolByCode({ ...deps, learner: stored }, { actor, ...params, ...body, address: actor.email }),
  unenrol: ({ actor, params }) => unenrol(deps, { actor, ...params }),
  openCourse: async ({ actor, params, headers }) => {
    const siteHost = siteHostOf(headers)
    const input = { actor, ...params, siteHost, address: actor.email }
    const { course, session } = await openCourse(deps, input)
    return new WithCookies(course, toSetCookies(session))
  },
  openLesson: async ({ actor, params, headers }) => {
    const siteHost = siteHostOf(headers)
    const { lesson, session } = await openLesson(deps, { actor, ...params, siteHost })
    return new WithCookies(lesson, toSetCookies(session))
  },
  openMedia: async ({ actor, params, headers }) => {
    const siteHost = siteHostOf(headers)
    const session = await openMedia(deps, { actor, ...params, siteHost })
    return new WithCookies(session.ends, toSetCookies(session))
  },
  reportPlayback: async ({ body }) =>
    'stream' in body ? reportPlayback(deps, body) : reportPage(deps, body),
  recordProgress: ({ actor, params, body }) =>
    recordProgress(deps, { actor, ...params, heartbeat: body }),
})

/**
 * Signed cookies go to the browser for one prefix alone; `Max-Age` needs no right clock there. A browser keeps some 150
 * cookies of a site, so a learner may have some fifty prefixes open at once; of the others the oldest are forgotten,
 * and a lesson whose cookies are gone is opened anew.
 */
const toSetCookies = ({ cookies, prefix, ends }: ContentSession) => {
  const expires = new Date(ends.expiresAt).toUTCString()
  const scope = `Path=/${prefix}; Secure; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}; Expires=${expires}`
  return Object.entries(cookies).map(([name, value]) => `${name}=${value}; ${scope}`)
}
