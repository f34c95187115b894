import type { Level } from '#adapters/cache/levels/watch'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import { type Environment, openEnvironment, publish, recordOf, type Site } from './site.ts'

/** How many people are there at once, by the hour. */
const PRESENT = [
  1, 1, 1, 1, 1, 2, 5, 15, 30, 40, 40, 35, 25, 35, 40, 35, 30, 25, 25, 30, 25, 15, 6, 2,
]

/** Seconds between two requests of a person: five a minute. */
const PAUSE = 12
/** The least that is provisioned. */
const ENVIRONMENTS = 3
/** What of a hundred requests is which: of a person's five a minute, one is a heartbeat. */
const MIX = {
  catalogue: 12,
  myCourses: 25,
  openCourse: 30,
  openLesson: 12,
  heartbeat: 20,
  enrol: 1,
} as const
type Ask = keyof typeof MIX

export interface Day {
  /** Milliseconds of each, by what was asked. */
  readonly requests: Map<Ask, number[]>
  /** Answers of each query by level. */
  readonly levels: Map<string, Map<Level, number>>
  /** Milliseconds of requests whose answers came from this level at furthest. */
  readonly byLevel: Map<Level, number[]>
  readonly failed: number
}

export interface DayOptions {
  readonly site: Site
  readonly place: ValkeyPlace
  /** Of each hour so many requests are asked, by those who are there; then the clock goes on to the next. */
  readonly perHour: number
  readonly onHour: (hour: number) => Promise<void>
}

const FURTHEST: readonly Level[] = ['memory', 'valkey', 'stale', 'table']

/** Asks as a day does. Between requests the clock is put forward, within them it goes as it goes. */
export async function liveDay({ site, place, perHour, onHour }: DayOptions): Promise<Day> {
  const day = {
    requests: new Map<Ask, number[]>(),
    levels: new Map<string, Map<Level, number>>(),
    byLevel: new Map<Level, number[]>(),
    failed: 0,
  }
  let furthest: Level = 'memory'
  const onRead = (query: string, level: Level) => {
    const levels = day.levels.get(query) ?? new Map<Level, number>()
    day.levels.set(query, levels.set(level, (levels.get(level) ?? 0) + 1))
    if (FURTHEST.indexOf(level) > FURTHEST.indexOf(furthest)) furthest = level
  }
  const realNow = Date.now
  let ahead = 0
  Date.now = () => realNow() + ahead
  const random = randomFrom(20_261_127)
  const versions = new Map(site.courses.map((id) => [id, 1]))
  const environments = Array.from({ length: ENVIRONMENTS }, () =>
    openEnvironment(site, place, onRead),
  )
  try {
    for (const [hour, present] of PRESENT.entries()) {
      const step = (PAUSE * 1_000) / present
      const first = Math.floor(random() * site.people.length)
      const people = [...site.people, ...site.people].slice(first, first + present)
      await onHour(hour)
      for (let n = 0; n < perHour; n += 1) {
        ahead += step
        const environment = environments[Math.floor(random() * environments.length)]
        if (!environment) continue
        const what = pick(random())
        furthest = 'memory'
        const begun = performance.now()
        try {
          await ask(environment, { ...site, people }, what, random)
          const took = performance.now() - begun
          day.requests.set(what, [...(day.requests.get(what) ?? []), took])
          if (what !== 'heartbeat' && what !== 'enrol')
            day.byLevel.set(furthest, [...(day.byLevel.get(furthest) ?? []), took])
        } catch {
          day.failed += 1
        }
      }
      await publishOne(environments[0], site, versions, random)
      ahead += 3_600_000 - perHour * step
    }
    return day
  } finally {
    Date.now = realNow
    for (const { close } of environments) close()
  }
}

async function ask(
  { rate, catalogue, read, published, syllabus, learner, enrolments, progress }: Environment,
  { courses, lessons, people }: Site,
  what: Ask,
  random: () => number,
): Promise<void> {
  const userId = people[Math.floor(random() * people.length)] ?? ''
  // Of a person's four courses, and of all, few are asked for often.
  const of = Number(userId.split('-')[1])
  const courseId = courses[(of * 7 + Math.floor(random() ** 2 * 4) ** 2) % courses.length]
  const lessonId = lessons[Math.floor(random() * lessons.length)]
  if (!courseId || !lessonId) return
  if (what === 'catalogue') {
    await catalogue.courses({ limit: 50 }, () => read.listPublished({ limit: 50 }))
    return
  }
  await rate.count(userId)
  if (what === 'myCourses') {
    const { items } = await enrolments.listOf(userId, { limit: 50 })
    await published.cards(items.map((item) => item.courseId))
  } else if (what === 'openCourse') {
    await Promise.all([published.find(courseId), learner.inCourse(userId, courseId)])
    await syllabus.get(courseId)
  } else if (what === 'openLesson') {
    await Promise.all([published.find(courseId), enrolments.get(userId, courseId)])
    await syllabus.get(courseId)
  } else if (what === 'enrol') await enrolments.create(recordOf(userId, courseId))
  else {
    const [{ stored }] = await Promise.all([
      learner.atLesson(userId, courseId, lessonId),
      syllabus.get(courseId),
    ])
    const at = new Date(Date.now()).toISOString()
    await progress.save(
      userId,
      courseId,
      { lessonId, positionSeconds: 1, watched: [], completed: false, updatedAt: at },
      stored?.revision ?? null,
    )
    if (random() < 0.2) await enrolments.touch(userId, courseId, { lessonId, at })
  }
}

async function publishOne(
  environment: Environment | undefined,
  { courses, lessons }: Site,
  versions: Map<string, number>,
  random: () => number,
): Promise<void> {
  const n = Math.floor(random() * courses.length)
  const id = courses[n]
  if (!id || !environment) return
  const version = versions.get(id) ?? 1
  const title = `Course ${n}`
  await publish(
    environment.courses,
    { id, slug: `course-${n}`, title, summary: title, lessons },
    version,
  )
  versions.set(id, version + 1)
}

function pick(at: number): Ask {
  let left = at * 100
  for (const [what, share] of Object.entries(MIX)) {
    left -= share
    if (left < 0 && isAsk(what)) return what
  }
  return 'heartbeat'
}

const isAsk = (what: string): what is Ask => what in MIX

/** The same day each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
