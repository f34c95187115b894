import type { reports } from '#contract/reports/routes'
import { getCourseReport, type ReportDeps } from '#core/reports/answers/course-report'
import { getLessonReport } from '#core/reports/answers/lesson-report'
import { getMyWeek } from '#core/reports/answers/my-week'
import { getSiteReport } from '#core/reports/answers/site-report'
import { listStoppedLearners } from '#core/reports/answers/stopped-learners'
import type { VerbsOf } from '#functions/http/verb'

type Deps = ReportDeps &
  Parameters<typeof getSiteReport>[0] &
  Parameters<typeof getMyWeek>[0] &
  Parameters<typeof listStoppedLearners>[0]

export const reportVerbs = (deps: Deps): VerbsOf<typeof reports> => ({
  getCourseReport: ({ actor, params, query }) =>
    getCourseReport(deps, { actor, ...params, ...query }),
  getLessonReport: ({ actor, params, query }) =>
    getLessonReport(deps, { actor, ...params, ...query }),
  listStoppedLearners: ({ actor, params, query }) =>
    listStoppedLearners(deps, { actor, ...params, ...query }),
  getSiteReport: ({ actor, query }) => getSiteReport(deps, { actor, ...query }),
  getMyWeek: ({ actor }) => getMyWeek(deps, { userId: actor.userId }),
})
