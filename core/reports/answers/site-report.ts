import type { CourseId } from '#contract/platform/ids'
import { PromiseName, type PromisesMade } from '#contract/platform/promised'
import type { ReportPeriod, SiteReport } from '#contract/reports/report'
import { requireRole } from '#core/access/site-role'
import type { Actor } from '#core/platform/actor'
import { factKeys, SiteFacts } from '#core/reports/facts/facts'
import type { FactStore } from '#core/reports/facts/ports'
import { PromiseFacts, promiseKey } from '#core/reports/promises/promise-facts'
import { TitleFacts, titleKey } from '#core/reports/titles/title-facts'
import { everyDay, monthsOf, readAsOf } from './read-facts.ts'

interface Deps {
  readonly facts: Pick<FactStore, 'read'>
  /** What sending one hour of video to a viewer costs, in US dollars, by estimate. */
  readonly egressUsdPerHour: number
  readonly promises: PromisesMade
}

const MOST_COURSES = 100
const NOTHING = { active: 0, active7: null, active30: null }

type Use = Omit<SiteReport['courses'][number], 'courseId' | 'title' | 'egressUsd'> & {
  readonly watchedSeconds: number
}

/** The whole site, for those who administer it. The table is asked nothing. */
export async function getSiteReport(
  deps: Deps,
  { actor, from, to }: ReportPeriod & { readonly actor: Actor },
): Promise<SiteReport> {
  requireRole(actor, 'admin')
  const { facts, egressUsdPerHour } = deps
  const [asOf, titles, promises, ...months] = await Promise.all([
    readAsOf(facts),
    facts.read(titleKey, TitleFacts),
    promisesOf(deps, { from, to }),
    ...monthsOf({ from, to }).map((month) => facts.read(factKeys.site(month), SiteFacts)),
  ])
  const days = months
    .flatMap((month) => Object.entries(month ?? {}))
    .filter(([day]) => day >= from && day <= to)
  const uses = new Map<CourseId, Use>()
  for (const [, { courses }] of days)
    for (const [id, one] of Object.entries(courses)) {
      const courseId = id as CourseId
      const before = uses.get(courseId)
      uses.set(courseId, {
        learnerDays: one.active + (before?.learnerDays ?? 0),
        enrolled: one.enrolled + (before?.enrolled ?? 0),
        completed: one.completed + (before?.completed ?? 0),
        seconds: one.seconds + (before?.seconds ?? 0),
        watchedSeconds: one.watchedSeconds + (before?.watchedSeconds ?? 0),
        uploadedBytes: one.sourceBytes + (before?.uploadedBytes ?? 0),
        encodingUsd: one.encodingUsd + (before?.encodingUsd ?? 0),
      })
    }
  const most = [...uses]
    .sort(([, a], [, b]) => b.learnerDays - a.learnerDays || b.seconds - a.seconds)
    .slice(0, MOST_COURSES)
  return {
    asOf,
    days: everyDay(
      { from, to },
      new Map(
        days.map(([day, { active, active7, active30 }]) => [day, { active, active7, active30 }]),
      ),
      NOTHING,
    ),
    courses: most.map(([courseId, { watchedSeconds, ...use }]) => ({
      courseId,
      title: titles?.[courseId]?.[1] ?? '',
      ...use,
      egressUsd: (watchedSeconds / 3600) * egressUsdPerHour,
    })),
    promises,
  }
}

async function promisesOf(
  { facts, promises }: Pick<Deps, 'facts' | 'promises'>,
  { from, to }: ReportPeriod,
): Promise<SiteReport['promises']> {
  const months = await Promise.all(
    monthsOf({ from, to }).map((month) => facts.read(promiseKey(month), PromiseFacts)),
  )
  const days = months
    .flatMap((month) => Object.entries(month ?? {}))
    .filter(([day]) => day >= from && day <= to)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return PromiseName.options.map((promise) => ({
    promise,
    ...promises[promise],
    days: days.flatMap(([day, { [promise]: kept }]) =>
      kept ? [{ day, value: kept[0], measured: kept[1] }] : [],
    ),
  }))
}
