import { burstKinds } from '#contract/bursts/kinds/index'
import type { EdgeFile, RouteId } from '#load/model/people/person'

/** Many who do the same at once, on top of everybody else. */
export interface Burst {
  readonly name: string
  /** Of the users at once. */
  readonly shareOfUsers: number
  /** They all come within this time, evenly. */
  readonly withinSeconds: number
  /** Of those who come, how many sign in first; the others' tokens still hold. */
  readonly signIns: number
  /** What each calls when coming, all at once. */
  readonly calls: Readonly<Partial<Record<RouteId, number>>>
  readonly files: Readonly<Partial<Record<EdgeFile, number>>>
  /** What they do from then on: how much of the time a video plays, and calls a minute. */
  readonly after: {
    readonly minutes: number
    readonly plays: number
    readonly callsPerMinute: Readonly<Partial<Record<RouteId, number>>>
  }
}

const { opening } = burstKinds

/** Half of a burst's people come in its first tenth: as many as click at the stroke of the hour, which is assumed. */
export const firstOfBurst = { people: 0.5, time: 0.1 } as const

/** At the hour a lecture opens, and of 10,000 users 5,000 want it within the minute, which is assumed. */
const lecture: Burst = {
  name: 'a lecture that half of all open at the hour',
  shareOfUsers: 0.5,
  withinSeconds: opening.withinSeconds,
  // The web client renews a sign-in by itself for a month, so these are new devices and other browsers; assumed.
  signIns: 0.3,
  calls: opening.calls,
  files: { client: 6, content: 10 },
  after: { minutes: 45, plays: 0.95, callsPerMinute: { recordProgress: 0.3, reportPlayback: 0.2 } },
}

/**
 * Of 10,000 users 2,000 begin an exam within the minute; the start is what hurts, for later pages come every 30 to 90
 * seconds each (https://www.proyectos.udelar.edu.uy/redmine/projects/moodleperf/wiki/Load_test_results_in_moodle_45_(feb_2026)).
 * Until there are exams it is opened and answered as lessons are.
 */
const exam: Burst = {
  name: 'an exam that a fifth of all begin within a minute',
  shareOfUsers: 0.2,
  withinSeconds: 60,
  // Of an examination room's machines, which keep nobody's sign-in, there are many; assumed.
  signIns: 0.8,
  calls: { listMyCourses: 1, openCourse: 1, openLesson: 1, recordProgress: 1 },
  files: { client: 6, content: 4 },
  after: { minutes: 60, plays: 0, callsPerMinute: { recordProgress: 1 } },
}

export const bursts: Readonly<Record<'lecture' | 'exam', Burst>> = { lecture, exam }
