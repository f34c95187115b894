import type { StageSettings } from '#lib/settings/settings'
import { ordinaryDays } from '#load/model/calendar'
import type { Plan } from '#load/plan/plan'
import { hourRecorded, kinds } from './recorded.ts'
import { chanceOfAny, metOf } from './windows.ts'

/** The least pause between two times that a day is worked out (`lib/reports/reporter.ts`). */
const PAUSE_SECONDS = 120
/** What a statement reads, as a share of all that a day has, by `npm run bench:reports` (docs/performance.md, "Reports"). */
const STATEMENTS = [0.83, 0.43, 0.37, 0.53, 0.04]
const AT_NIGHT = [0.24, 0.99]
/** Athena bills each as that at least: https://aws.amazon.com/athena/pricing/ */
const LEAST_KB = 10_000
/** Of a file and statement: its footer, and the columns. Assumed. */
const READS = 2
/** Who learns on a day, of those who come in a month, as in the bench’s year. */
const ON_A_DAY = 1 / 7
/** Files that hold all learners’ weeks (`core/reports/facts/facts.ts`). */
export const WEEK_FILES = 64
/** Besides courses and weeks: the site’s, and as of when. */
const OTHER_FACTS = 2

/** What an ordinary month of working out asks for. */
export interface WorkedOut {
  readonly runs: number
  readonly statements: number
  readonly askedTb: number
  /** Of the lake’s files, by Athena. */
  readonly millionReads: number
  /** Files of facts that are read and put anew. */
  readonly millionUpdates: number
}

/** Of each day what came till then is read again, for a day is worked out whole (ADR 26). */
export function workedOutIn(
  plan: Plan,
  reports: Pick<StageSettings['reports'], 'collectSeconds'>,
): WorkedOut {
  const { model, input, traffic } = plan
  const pause = Math.max(PAUSE_SECONDS, reports.collectSeconds)
  const kbOf = (shares: readonly number[], dayKb: number) =>
    shares.reduce((sum, share) => sum + Math.max(LEAST_KB, share * dayKb), 0)
  const sums = { runs: 0, statements: 0, kb: 0, reads: 0, updates: 0 }
  for (const { times, hours } of ordinaryDays(model)) {
    const whole = hours.reduce((sum, share) => sum + share, 0)
    let before = { kb: 0, asked: 0, share: 0 }
    for (const share of hours) {
      const hour = hourRecorded(plan, reports, share)
      const asked = kinds.reduce(
        (sum, { statements }, index) => sum + statements * (hour.files[index] ?? 0),
        0,
      )
      const midst = {
        kb: before.kb + hour.lakeKb / 2,
        asked: before.asked + asked / 2,
        share: before.share + share / 2,
      }
      const runs = (3_600 / pause) * chanceOfAny(traffic.usual.recordProgress * share * pause)
      const people = (input.monthActive * ON_A_DAY * midst.share) / whole
      sums.runs += times * runs
      sums.statements += times * runs * STATEMENTS.length
      sums.kb += times * runs * kbOf(STATEMENTS, midst.kb)
      sums.reads += times * runs * midst.asked * READS
      sums.updates +=
        times *
        runs *
        (metOf(model.catalogue.courses, people) + metOf(WEEK_FILES, people) + OTHER_FACTS)
      before = {
        kb: before.kb + hour.lakeKb,
        asked: before.asked + asked,
        share: before.share + share,
      }
    }
    sums.statements += times * AT_NIGHT.length
    sums.kb += times * kbOf(AT_NIGHT, before.kb)
  }
  return {
    runs: sums.runs,
    statements: sums.statements,
    askedTb: sums.kb / 1e9,
    millionReads: sums.reads / 1e6,
    millionUpdates: sums.updates / 1e6,
  }
}
