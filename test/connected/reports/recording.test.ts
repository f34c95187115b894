import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { erasePerson } from '#adapters/warehouse/erase-person'
import { Pseudonym } from '#contract/events/recorded-event'
import { RecordedEvent } from '#contract/reports/recorded-events'
import { startRecordedLms } from '#test/support/lake'
import { makeVideoCourse } from '#test/support/video-course'

const person = { sub: '7f1c9f6a-0000-4000-8000-00000000beef', groups: 'learner' }
const SECRETS = [person.sub, 'Film', 'Kernel', 'usr_', 'enr_']
const START = Date.UTC(2026, 0, 1, 23, 59, 0)

let lake: Awaited<ReturnType<typeof startRecordedLms>>
beforeAll(async () => {
  lake = await startRecordedLms()
}, 300_000)
afterAll(() => lake?.close())

const untilRows = (count: number) =>
  vi.waitFor(
    async () => {
      const rows = await lake.ask('SELECT * FROM events ORDER BY event, "at", from_s')
      expect(rows.length).toBe(count)
      return rows
    },
    { timeout: 30_000, interval: 200 },
  )

/** Without what an event has not. */
const eventOf = (row: Readonly<Record<string, unknown>>) => {
  const { date, ...fields } = row
  return {
    date,
    event: RecordedEvent.parse(
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
    ),
  }
}

it('is recorded, all that somebody learned, and nothing by which they are known', async () => {
  const { courseId, lessonIds, asset } = await makeVideoCourse(lake.lms, { lessons: 2 })
  const call = (method: string, address: string, body?: unknown) =>
    lake.lms.call('learning', person, method, `/my/courses/${courseId}${address}`, body)
  await call('PUT', '')
  // By a device whose clock is years out: it tells how old a beat is, and nothing else.
  const beat = (lesson: number, watched: [number, number][]) => {
    const at = new Date(START).toISOString()
    return call('PUT', `/lessons/${lessonIds[lesson]}/progress`, {
      ...{ positionSeconds: 0, durationSeconds: 100, watched, at, sentAt: at },
    })
  }
  await beat(0, [[0, 40]])
  await beat(0, [[30, 100]])
  await beat(1, [[0, 100]])
  await call('DELETE', '')

  const recording = lake.record('first')
  const rows = (await untilRows(16)).map(eventOf)
  await recording.close()

  const told = rows.map(({ event }) => event)
  const pseudonyms = new Set(told.flatMap((event) => ('person' in event ? event.person : [])))
  expect(pseudonyms.size).toBe(1)
  expect(Pseudonym.safeParse([...pseudonyms][0]).success).toBe(true)
  expect(new Set(told.map(({ course }) => course))).toEqual(new Set([courseId]))
  for (const { date, event } of rows)
    expect(date).toBe(new Date(event.at).toISOString().slice(0, 10))
  const counts = Object.entries(Object.groupBy(told, ({ event }) => event))
  expect(Object.fromEntries(counts.map(([name, all]) => [name, all?.length]))).toEqual({
    ...{ enrolled: 1, left: 1, course_completed: 1, course_published: 1, video_encoded: 1 },
    ...{ lesson_started: 2, lesson_completed: 2, learned: 3, watched: 4 },
  })
  expect(told.find(({ event }) => event === 'video_encoded')).toMatchObject({
    ...{ asset: asset.id, version: 1, duration_s: 100, cost_usd: 0.01, source_bytes: 1000 },
  })
  const watched = told.flatMap((event) =>
    event.event === 'watched'
      ? [[lessonIds.indexOf(event.lesson), event.from_s, event.to_s, event.again]]
      : [],
  )
  expect(watched.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    ...[
      [0, 0, 40, false],
      [0, 30, 40, true],
      [0, 40, 100, false],
      [1, 0, 100, false],
    ],
  ])
  expect(lake.created.filter((key) => key.startsWith('events/')).sort()).toEqual(
    lake.keys('events/'),
  )
  expect(lake.keys('errors/')).toEqual([])
  for (const key of lake.keys('events/')) {
    const file = (await lake.read(key))?.toString('latin1') ?? ''
    for (const secret of SECRETS) expect(file).not.toContain(secret)
  }
  for (const secret of [...SECRETS, '@']) expect(JSON.stringify(rows)).not.toContain(secret)
})

it('tells the same ids again, when the stream is read again from its start', async () => {
  const before = await lake.ask('SELECT DISTINCT id FROM events')
  const again = lake.record('again')
  await untilRows(32)
  await again.close()
  const ids = await lake.ask('SELECT id, count(*) AS times FROM events GROUP BY id')
  expect(ids).toHaveLength(before.length)
  expect(new Set(ids.map(({ times }) => times))).toEqual(new Set([2]))
})

it('of who is erased nothing is stored, and what they do later is somebody else’s', async () => {
  const { courseId } = await makeVideoCourse(lake.lms)
  const people = 'SELECT DISTINCT person FROM events WHERE person IS NOT NULL'
  const [{ person: before } = {}] = await lake.ask(people)
  expect(await erasePerson(lake.s3, lake.bucket, person.sub)).toBe(true)
  expect(lake.keys('people/')).toEqual([])
  for (const key of lake.keys('')) {
    expect(key).not.toContain(person.sub)
    expect((await lake.read(key))?.toString('latin1')).not.toContain(person.sub)
  }
  // One that remembers them does so for an hour at most: test/unit/reports/kept-for-an-hour.test.ts.
  await lake.renew()
  await lake.lms.call('learning', person, 'PUT', `/my/courses/${courseId}`)
  // On from where it was read last.
  const on = lake.record('again')
  await untilRows(32 + 3)
  await on.close()
  const after = (await lake.ask(people)).map((row) => row.person)
  expect(after).toHaveLength(2)
  expect(after).toContain(before)
}, 120_000)
