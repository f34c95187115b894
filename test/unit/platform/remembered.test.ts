import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { forgottenBy, queries } from '#adapters/cache/queries'
import { catalog } from '#contract/courses/catalogue-routes'
import { cacheSeconds } from '#contract/platform/cache-seconds'

const PAGE = 'docs/architecture.md'

type Name = keyof typeof queries

/** What it is, in words; and the route whose answers are the same, and are kept by the gateway. */
const ROWS: Record<Name, { what: string; route?: keyof typeof catalog }> = {
  catalogue: { what: 'the list of courses', route: 'listCourses' },
  coursePage: { what: 'a course’s public page', route: 'getCourse' },
  published: { what: 'a published course: version, owner, card' },
  syllabus: { what: 'a published syllabus, with its gates' },
  liveDuration: { what: 'the length of a video now' },
  myCourses: { what: 'a person’s list of courses, its first page' },
  membership: { what: 'whether a person is enrolled in a course' },
  inCourse: { what: 'a person’s enrolment and progress in a course' },
}

/** A longest age has no tenth left off; where memory took it from Valkey, it ends when it would have there. */
const rowOf = (name: Name): string => {
  const { what, route } = ROWS[name]
  const { memory, valkey, negative, grace, forgottenBy } = queries[name]
  const gateway = route ? (catalog[route].cache?.seconds ?? 0) : 0
  const cells = [
    what,
    gateway || '–',
    memory || '–',
    valkey,
    negative || '–',
    forgottenBy.join(', ') || 'its time alone',
    memory + gateway || 'at once',
    valkey + gateway,
    grace ? valkey + gateway + grace : '–',
  ]
  return `| ${cells.join(' | ')} |`
}

const table = [
  '| What | Gateway | Memory | Valkey | "None" | Forgotten by | Old after that | At most | Table unwell |',
  '|---|---|---|---|---|---|---|---|---|',
  ...Object.keys(ROWS).flatMap((name) => (isName(name) ? rowOf(name) : [])),
].join('\n')

function isName(name: string): name is Name {
  return name in queries
}

it('the page says how long everything is remembered, and by what forgotten', () => {
  const page = readFileSync(PAGE, 'utf8')
  const written = /<!-- remembered -->\n([\s\S]*?)\n?<!-- \/remembered -->/.exec(page)?.[1]
  expect(written, `${PAGE} should have:\n\n${table}\n`).toBe(table)
})

it('what is a person’s is kept by Valkey alone, from one hour to a day, and never answered when it is old', () => {
  for (const { of, memory, valkey, grace } of Object.values(queries))
    if (of === 'person' || of === 'learner') {
      expect({ memory, grace }).toEqual({ memory: 0, grace: 0 })
      expect(valkey).toBeGreaterThanOrEqual(3_600)
      expect(valkey).toBeLessThanOrEqual(86_400)
    }
})

it('the gateway keeps what it may', () => {
  for (const { cache } of Object.values(catalog)) {
    expect(cache.seconds).toBeGreaterThanOrEqual(cacheSeconds.gateway.min)
    expect(cache.seconds).toBeLessThanOrEqual(cacheSeconds.gateway.max)
  }
})

it('a name is one query’s, and tells the form of its values', () => {
  const names = Object.values(queries).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z]+\.\d+$/)
})

it('a write makes all forgotten that it changes, by whose it is', () => {
  const about = { courseId: 'crs_1', slug: 'sets', userId: 'ada' }
  const list = { of: 'ada', part: '' }
  const inCourse = { of: 'ada', part: 'crs_1' }
  expect(forgottenBy('progress', about)).toEqual([inCourse])
  for (const write of ['enrol', 'unenrol', 'touch', 'count'] as const)
    expect(forgottenBy(write, about)).toEqual([list, inCourse])
  expect(
    forgottenBy('publish', about)
      .map(({ of }) => of)
      .sort(),
  ).toEqual(['*', 'crs_1', 'crs_1', 'sets'].sort())
})
