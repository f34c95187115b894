import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createCourseTitles } from '#adapters/storage/course-titles'
import { createDimensionStore } from '#adapters/warehouse/dimension-store'
import { erasePerson } from '#adapters/warehouse/erase-person'
import { createPeopleRegister } from '#adapters/warehouse/people-register'
import { contentKeys } from '#contract/courses/content'
import { CourseId, LessonId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { snapshotDimensions } from '#core/reports/dimensions/snapshot-dimensions'
import { dayOf } from '#core/reports/facts/days'
import { factKeys, PublishedFacts } from '#core/reports/facts/facts'
import { savedQueries } from '#lib/reports/saved-queries'
import { startLake } from '#test/support/warehouse'

const DAY = '2026-11-30'
const AT = Date.parse(`${DAY}T12:00:00.000Z`)
const course = CourseId.parse(newId('crs', new Date(AT)))
const gone = CourseId.parse(newId('crs', new Date(AT + 1)))
const [film, text] = [1, 2].map((n) => LessonId.parse(newId('les', new Date(AT + n))))

let lake: Awaited<ReturnType<typeof startLake>>
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake?.close())

const published: Record<string, unknown> = {
  [contentKeys.outline(course, 2)]: { title: 'Linear algebra — “whole”' },
  [contentKeys.contents(course, 2)]: {
    modules: [
      {
        title: 'One',
        lessons: [
          { id: film, title: 'Kernel', kind: 'video', assetId: null, durationSeconds: 90.5 },
          { id: text, title: 'Image', kind: 'article', assetId: null, durationSeconds: null },
        ],
      },
    ],
  },
}
const content = {
  readJson: async (key: string) => {
    if (!(key in published)) throw new Error(`Nothing is published under ${key}`)
    return published[key]
  },
}
const snapshot = () => {
  const dimensions = createDimensionStore(lake.s3, lake.bucket)
  return snapshotDimensions(
    { dimensions, facts: lake.facts, content, titles: createCourseTitles(content) },
    DAY,
  )
}
const ask = (sql: string) => lake.warehouse.ask({ sql, row: z.record(z.string(), z.unknown()) })

it('what there was when a day ended is a table, put down whole each time, and courses that cannot be read are told', async () => {
  await lake.facts.update(factKeys.published, PublishedFacts, () => ({ [course]: 2, [gone]: 1 }))
  expect(await snapshot()).toEqual([gone])
  expect(await snapshot()).toEqual([gone])
  expect(await ask(`SELECT course, version, title FROM courses WHERE "date" = '${DAY}'`)).toEqual([
    { course, version: 2, title: 'Linear algebra — “whole”' },
  ])
  const lessons = `SELECT lesson, module, kind, position, duration_s FROM lessons WHERE "date" = '${DAY}' ORDER BY position`
  expect(await ask(lessons)).toEqual([
    { lesson: film, module: 'One', kind: 'video', position: 1, duration_s: 90.5 },
    { lesson: text, module: 'One', kind: 'article', position: 2, duration_s: null },
  ])
  expect(await ask(`SELECT count(*) AS n FROM lessons WHERE "date" = '2026-11-29'`)).toEqual([
    { n: 0 },
  ])
})

it('gives events their titles, in a saved query', async () => {
  const person = 'p'.repeat(26)
  const shared = { v: 1, course, person, at: AT, seconds: 450 } as const
  if (!film) throw new Error('no lesson')
  await lake.write([
    { event: 'learned', ...shared, id: 'b1', lesson: film },
    { event: 'learned', ...shared, id: 'b2', lesson: film },
  ])
  const { sql = '' } = savedQueries.find(({ name }) => name === 'Titles of lessons') ?? {}
  expect(await ask(sql)).toEqual([
    { course: 'Linear algebra — “whole”', position: 1, lesson: 'Kernel', people: 1, hours: 0.25 },
  ])
})

it('has people by pseudonym, and no longer whoever is erased', async () => {
  const register = createPeopleRegister(lake.s3, lake.bucket)
  const [enid, gus] = [
    await register.pseudonymOf('usr-enid'),
    await register.pseudonymOf('usr-gus'),
  ]
  // What is no register's lies beside it.
  await lake.s3.send(
    new PutObjectCommand({ Bucket: lake.bucket, Key: 'people/by-pseudonym/', Body: 'nobody' }),
  )
  await snapshot()
  const people = `SELECT person, since FROM people WHERE "date" = '${DAY}' ORDER BY person`
  const since = dayOf(Date.now())
  expect(await ask(people)).toEqual([enid, gus].sort().map((person) => ({ person, since })))
  await erasePerson(lake.s3, lake.bucket, 'usr-gus')
  await snapshot()
  expect(await ask(people)).toEqual([{ person: enid, since }])
})
