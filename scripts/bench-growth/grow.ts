import { MOST_LESSONS } from '#contract/lessons/kinds/limits'
import { CourseId, ModuleId } from '#contract/platform/ids'
import type { Lms } from '#test/support/lms'
import type { seedsOf } from '#test/support/seed'
import { people } from '#test/support/world'
import type { Asked, CallName } from './calls.ts'
import { type Grown, type Measured, pointOf, type Series, warmUp } from './measure.ts'

/** So many lessons the reader has read, in a course of any length. */
const READ = 10
/** Lessons that one opening brings together. */
const MOST_SETTLED = 50
const POWERS = [10, 100, 1_000, 10_000]

interface Site {
  readonly lms: Lms
  readonly seeds: ReturnType<typeof seedsOf>
  readonly measured: Measured
  /** Calls at each size. */
  readonly times: number
  /** No larger site is made. */
  readonly most: number
}

interface Watched {
  readonly call: CallName
  readonly name: string
  /** @default the course’s reader, who read some of its lessons */
  readonly asIf?: (asked: Asked) => Asked
}

/** One thing after the other grows, in a course of its own, and the calls behind the pages that show it are measured. */
export async function growAll(site: Site): Promise<Grown[]> {
  const { seeds } = site
  const small = () => makeCourse(site, READ)

  const ofCourses = await small()
  const courses = await grow(site, {
    what: 'Courses of the site, of the teacher and of the learner',
    sizes: POWERS,
    calls: [
      { call: 'catalogue', name: 'catalogue, ten cards' },
      { call: 'myCourses', name: 'my courses, ten' },
      { call: 'teach', name: 'courses I teach, ten' },
      { call: 'openFirst', name: 'open course' },
    ],
    to: async (size, before) => {
      await seeds.enrolments(ofCourses.reader, await seeds.courses(before, size))
      return ofCourses
    },
  })

  const ofPeople = await small()
  const enrolments = await grow(site, {
    what: 'Enrolments in the course',
    sizes: [...POWERS, 100_000],
    calls: [
      { call: 'coursePage', name: 'course page' },
      { call: 'openFirst', name: 'open course' },
      { call: 'heartbeat', name: 'heartbeat' },
    ],
    to: async (size, before) => {
      await seeds.people(ofPeople.courseId, before, size)
      return ofPeople
    },
  })

  const lessons = await grow(site, {
    what: 'Lessons of the course, of which ten are read',
    sizes: [10, 100, 1_000, MOST_LESSONS],
    calls: [
      { call: 'open', name: 'open, remembered' },
      { call: 'openFirst', name: 'open course' },
      { call: 'open', name: 'open, all read', asIf: everythingRead },
      { call: 'heartbeat', name: 'heartbeat' },
      { call: 'coursePage', name: 'course page' },
      { call: 'editor', name: 'editor' },
    ],
    to: (size) => makeCourse(site, size),
  })

  const ofVideos = await small()
  const videos = await grow(site, {
    what: 'Videos of the course',
    sizes: POWERS,
    calls: [
      { call: 'library', name: 'library, ten videos' },
      { call: 'editor', name: 'editor' },
      { call: 'open', name: 'open, remembered' },
    ],
    to: async (size, before) => {
      await seeds.assets(ofVideos.courseId, before, size)
      return ofVideos
    },
  })
  return [courses, enrolments, lessons, videos]
}

interface Growth {
  readonly what: string
  readonly sizes: readonly number[]
  readonly calls: readonly Watched[]
  readonly to: (size: number, before: number) => Promise<Asked>
}

async function grow(
  { measured, times, most }: Site,
  { what, sizes, calls, to }: Growth,
): Promise<Grown> {
  const series = calls.map(({ name }) => ({ name, points: [] as Series['points'][number][] }))
  let before = 0
  for (const size of sizes.filter((size) => size <= most)) {
    const asked = await to(size, before)
    if (before === 0)
      await warmUp(
        measured,
        calls.map(({ call }) => call),
        asked,
      )
    before = size
    for (const [at, { call, asIf = (it: Asked) => it }] of calls.entries()) {
      const point = await pointOf(measured, { call, asked: asIf(asked), size, times })
      series[at]?.points.push(point)
    }
  }
  return { what, series }
}

const everythingRead = (asked: Asked): Asked => ({ ...asked, reader: `${asked.reader}-of-all` })

let made = 0

/** A published course of articles; one learner has read some of them, and another all. */
async function makeCourse({ lms, seeds, measured }: Site, lessons: number): Promise<Asked> {
  const teach = async (method: string, address: string, body?: unknown) => {
    const answer = await lms.call('teaching', people.owner, method, address, body)
    if (answer.status >= 300) throw new Error(`${method} ${address}: ${answer.status}`)
    return answer.body
  }
  made += 1
  const { id } = await teach('POST', '/teaching/courses', { title: `Grown ${made}` })
  const courseId = CourseId.parse(id)
  const base = `/teaching/courses/${courseId}`
  const moduleId = ModuleId.parse((await teach('POST', `${base}/modules`, { title: 'One' })).id)
  const lessonIds = await seeds.articles(courseId, moduleId, 0, lessons)
  await teach('POST', `${base}/versions`)
  const [lessonId] = lessonIds
  if (!lessonId) throw new Error('A course has lessons')
  const asked = { courseId, lessonId, reader: `reader-${made}`, teacher: people.owner.sub }
  for (const [reader, read] of [
    [asked.reader, lessonIds.slice(0, READ)],
    [everythingRead(asked).reader, lessonIds],
  ] as const) {
    await seeds.enrolments(reader, [courseId])
    await seeds.progress(reader, courseId, read)
    // As learning leaves it: what nobody works at has settled.
    for (let apart = read.length; apart > 0; apart -= MOST_SETTLED)
      await measured.direct.open({ ...asked, reader })
  }
  return asked
}
