import { CourseId, LessonId } from '#contract/platform/ids'
import type { RecordedEvent } from '#contract/reports/recorded-events'
import { newId } from '#core/platform/ids'

/** From 0 to 1, the same for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
const numbers = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const BEGIN = Date.parse('2026-11-20T10:00:00.000Z')
const HOUR_MS = 3_600_000

/** An hour in which people begin lessons, watch, go back, and some complete: as it is recorded. */
export function simulatedLearning(options: {
  seed: number
  people: number
  courses: number
  lessons: number
}): { events: RecordedEvent[]; at: number } {
  const random = numbers(options.seed)
  const whole = (below: number) => Math.floor(random() * below)
  const id = <P extends 'crs' | 'les'>(prefix: P, n: number) => newId(prefix, new Date(BEGIN + n))
  const courses = Array.from({ length: options.courses }, (_, n) => ({
    course: CourseId.parse(id('crs', n)),
    lessons: Array.from({ length: options.lessons }, (_, m) =>
      LessonId.parse(id('les', 1000 * (n + 1) + m)),
    ),
  }))
  const events: RecordedEvent[] = []
  for (let n = 0; n < options.people; n++) {
    const person = `p${String(n).padStart(25, '0')}`
    const { course, lessons } = courses[whole(courses.length)] ?? { course: null, lessons: [] }
    if (!course) continue
    let at = BEGIN + whole(HOUR_MS / 2)
    const shared = () => ({ v: 1 as const, course, person, at })
    events.push({ event: 'enrolled', ...shared(), id: `e-${n}` })
    for (const lesson of lessons.slice(0, 1 + whole(lessons.length))) {
      const key = `${n}-${lesson}`
      events.push({ event: 'lesson_started', ...shared(), id: `s-${key}`, lesson })
      let place = 0
      for (let beat = 0; beat < 3 + whole(6); beat++) {
        at += 30_000
        const again = random() < 0.2
        const from_s = again ? Math.max(0, place - 20) : place
        const to_s = from_s + 5 + Math.round(random() * 25_000) / 1000
        if (!again) place = to_s
        const ids = { b: `b-${key}-${beat}`, w: `w-${key}-${beat}` }
        events.push({ event: 'learned', ...shared(), id: ids.b, lesson, seconds: 30 })
        events.push({ event: 'watched', ...shared(), id: ids.w, lesson, from_s, to_s, again })
      }
      if (random() < 0.6)
        events.push({ event: 'lesson_completed', ...shared(), id: `c-${key}`, lesson })
    }
  }
  return { events, at: BEGIN }
}
