import type { CourseId } from '#contract/platform/ids'
import type { learning } from '#contract/progress/routes'
import { enrol } from '#core/enrolments/enrol'
import { listMyCourses } from '#core/enrolments/list-my-courses'
import { openCourse, SESSION_SECONDS } from '#core/enrolments/open-course'
import { unenrol } from '#core/enrolments/unenrol'
import { recordProgress } from '#core/progress/record-progress'
import { openMedia } from '#core/videos/playback/open-media'
import { reportPlayback } from '#core/videos/playback/report-playback'
import { type VerbsOf, WithCookies } from '#functions/http/serve'
import { siteHostOf } from '#functions/http/site-host'

type Deps = Parameters<typeof openCourse>[0] & Parameters<typeof reportPlayback>[0]

export const learningVerbs = (deps: Deps): VerbsOf<typeof learning> => ({
  getMe: async ({ actor: { userId: id, name, email, roles } }) => ({
    id,
    name,
    email,
    roles: [...roles],
  }),
  listMyCourses: ({ actor, query }) => listMyCourses(deps, { actor, page: query }),
  enrol: ({ actor, params }) => enrol(deps, { actor, ...params }),
  unenrol: ({ actor, params }) => unenrol(deps, { actor, ...params }),
  openCourse: async ({ actor, params, headers }) => {
    const siteHost = siteHostOf(headers)
    const { session, cookies } = await openCourse(deps, { actor, ...params, siteHost })
    return new WithCookies(session, toSetCookies(cookies, params.courseId, session.expiresAt))
  },
  openMedia: async ({ actor, params, headers }) => {
    const siteHost = siteHostOf(headers)
    const { session, cookies } = await openMedia(deps, { actor, ...params, siteHost })
    return new WithCookies(session, toSetCookies(cookies, params.courseId, session.expiresAt))
  },
  reportPlayback: async ({ body }) => reportPlayback(deps, body),
  recordProgress: ({ actor, params, body }) =>
    recordProgress(deps, { actor, ...params, heartbeat: body }),
})

/** Signed cookies go to the browser for the course's content alone; `Max-Age` needs no right clock there. */
const toSetCookies = (cookies: Record<string, string>, courseId: CourseId, expiresAt: string) => {
  const expires = new Date(expiresAt).toUTCString()
  const scope = `Path=/content/${courseId}; Secure; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}; Expires=${expires}`
  return Object.entries(cookies).map(([name, value]) => `${name}=${value}; ${scope}`)
}
