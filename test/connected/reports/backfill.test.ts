import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { dayOf, daysBefore } from '#core/reports/facts/days'
import { startRecordedLms } from '#test/support/lake'
import { putExport, type TableExport } from '#test/support/table-export'
import { makeVideoCourse } from '#test/support/video-course'
import { startLake } from '#test/support/warehouse'

type Lake = Awaited<ReturnType<typeof startLake>>

const LESSONS = 13
const today = dayOf(Date.now())
const enid = { sub: '7f1c9f6a-0000-4000-8000-00000000beef', groups: 'learner' }
const gus = { ...enid, sub: '7f1c9f6a-0000-4000-8000-00000000cafe' }

let recorded: Awaited<ReturnType<typeof startRecordedLms>>
let exported: Omit<TableExport, 'bucket'>
const lakes: Lake[] = []
const openLake = async () => {
  const lake = await startLake()
  lakes.push(lake)
  return lake
}

const itemsOfTable = async () => {
  const client = new DynamoDBClient({ endpoint: recorded.lms.engine.url })
  const items: TableExport['items'][number][] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: 'lectern-test' }))
    items.push(...Items)
  client.destroy()
  return items
}

/** What people learned before, beside and after others: some of it settled, some taken up again. */
beforeAll(async () => {
  recorded = await startRecordedLms()
  const { courseId, lessonIds } = await makeVideoCourse(recorded.lms, { lessons: LESSONS })
  const call = (person: typeof enid, method: string, address: string, body?: unknown) =>
    recorded.lms.call('learning', person, method, `/my/courses/${courseId}${address}`, body)
  const beat = (person: typeof enid, lesson: number, watched: [number, number][]) => {
    const at = new Date().toISOString()
    return call(person, 'PUT', `/lessons/${lessonIds[lesson]}/progress`, {
      ...{ positionSeconds: 0, durationSeconds: 100, watched, at, sentAt: at },
    })
  }
  await call(enid, 'PUT', '')
  await call(gus, 'PUT', '')
  for (let n = 0; n < LESSONS; n++) await beat(enid, n, [[0, 40]])
  await call(enid, 'POST', '/session')
  await beat(enid, 0, [[40, 100]])
  await beat(gus, 0, [[0, 30]])
  await beat(gus, 0, [[20, 60]])
  const recording = recorded.record('all')
  // Of each lesson it began, what was spent and a stretch; two more beats, one of which told of two, and one completed.
  await vi.waitFor(
    async () => {
      const [row] = await recorded.ask('SELECT count(*) AS n FROM events')
      expect(row?.n).toBe(2 + 2 + 3 * LESSONS + 3 + 3 + 3)
    },
    { timeout: 60_000, interval: 500 },
  )
  await recording.close()
  const items = await itemsOfTable()
  expect(items.some((item) => item.__edb_e__?.S === 'settledprogress')).toBe(true)
  exported = { exportId: '01693685827463-2d8752fd', exportTime: new Date().toISOString(), items }
}, 300_000)
afterAll(async () => {
  for (const lake of lakes) await lake.close()
  await recorded?.close()
})

/** Takes over what was recorded: all, or the register alone. */
const fill = async (lake: Lake, prefixes: readonly string[]) => {
  for (const key of prefixes.flatMap(recorded.keys))
    await lake.s3.send(
      new PutObjectCommand({
        ...{ Bucket: lake.bucket, Key: key, Body: (await recorded.read(key)) ?? '' },
      }),
    )
}

/** All facts but when they were worked out. Sums of many seconds differ by their order, behind all that is shown. */
const factsOf = async (lake: Lake) =>
  Object.fromEntries(
    await Promise.all(
      lake
        .keys('facts/')
        .filter((key) => !key.includes('as-of'))
        .map(async (key) => [key, rounded(await lake.facts.read(key, z.unknown()))] as const),
    ),
  )

const rounded = (fact: unknown): unknown =>
  JSON.parse(
    JSON.stringify(fact, (_, value) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ),
  )

const backfill = async (lake: Lake, ...options: string[]) =>
  lake.run(
    'backfill-reports',
    ...[
      '--stage',
      'test',
      '--export',
      await putExport(lake.s3, { bucket: lake.bucket, ...exported }),
      ...options,
    ],
  )

const rebuild = (lake: Lake) =>
  lake.run('rebuild-reports', ...['--stage', 'test', '--from', daysBefore(today, 1), '--to', today])

it('a rebuild makes the same of what was recorded, however often, and after facts were lost', async () => {
  const lake = await openLake()
  await fill(lake, ['events/', 'people/'])
  await rebuild(lake)
  const facts = await factsOf(lake)
  expect(Object.keys(facts).length).toBeGreaterThan(3)
  await lake.deleteAll('facts/')
  expect(await factsOf(lake)).toEqual({})
  const said = await rebuild(lake)
  expect(said).toContain(`${today} is worked out`)
  expect(await factsOf(lake)).toEqual(facts)
}, 300_000)

describe('a backfill', () => {
  it('beside the stream comes to the same reports, and once more', async () => {
    const lake = await openLake()
    await fill(lake, ['events/', 'people/'])
    await rebuild(lake)
    const facts = await factsOf(lake)
    const people = lake.keys('people/')
    await backfill(lake)
    expect(lake.keys('events/').some((key) => key.includes('backfill-'))).toBe(true)
    expect(await factsOf(lake)).toEqual(facts)
    const keys = lake.keys('events/')
    expect(await backfill(lake)).toContain('3 of 3 files')
    expect(await factsOf(lake)).toEqual(facts)
    expect(lake.keys('events/')).toEqual(keys)
    expect(lake.keys('people/')).toEqual(people)
  }, 300_000)

  it('into an empty lake tells who began and completed what, and what was watched', async () => {
    const [whole, empty] = [await openLake(), await openLake()]
    await fill(whole, ['events/', 'people/'])
    await fill(empty, ['people/'])
    await backfill(empty)
    const sumsOf = (lake: Lake) =>
      lake.warehouse.ask({
        sql: `WITH told AS (
          SELECT id, max(event) AS event, max(person) AS person, max(lesson) AS lesson, max(from_s) AS from_s,
            max(to_s) AS to_s, max(CASE WHEN again THEN 1 ELSE 0 END) AS again FROM events GROUP BY id
        )
        SELECT person, lesson, sum(CASE WHEN event = 'enrolled' THEN 1 ELSE 0 END) AS enrolled,
          sum(CASE WHEN event = 'lesson_started' THEN 1 ELSE 0 END) AS started,
          sum(CASE WHEN event = 'lesson_completed' THEN 1 ELSE 0 END) AS completed,
          sum(CASE WHEN event = 'watched' AND again = 0 THEN to_s - from_s ELSE 0 END) AS watched,
          sum(CASE WHEN event = 'video_encoded' OR event = 'course_published' THEN 1 ELSE 0 END) AS of_course
        FROM told GROUP BY person, lesson ORDER BY person, lesson`,
        row: z.record(z.string(), z.unknown()),
      })
    const sums = await sumsOf(empty)
    expect(sums.length).toBeGreaterThan(LESSONS)
    expect(sums).toEqual(await sumsOf(whole))
  }, 300_000)

  it('tells nothing of the past twice, when a later export is filled in, too', async () => {
    const lake = await openLake()
    await fill(lake, ['people/'])
    await backfill(lake)
    const before = await factsOf(lake)
    exported = { ...exported, exportId: '01693689999999-aaaaaaaa' }
    await backfill(lake)
    expect(await factsOf(lake)).toEqual(before)
    await expect(backfill(lake, '--recorded-from', '2026-01-01T00:00:00Z')).rejects.toThrow(
      'A backfill before this one',
    )
  }, 300_000)

  it('refuses files that are not those of the export', async () => {
    const lake = await openLake()
    const place = await putExport(lake.s3, { bucket: lake.bucket, ...exported })
    const [key = ''] = lake.keys(`${place.replace(`s3://${lake.bucket}/`, '')}/data/`)
    await lake.s3.send(new PutObjectCommand({ Bucket: lake.bucket, Key: key, Body: 'no gzip' }))
    await expect(
      lake.run('backfill-reports', '--stage', 'test', '--export', place),
    ).rejects.toThrow('incorrect header')
    expect(lake.keys('events/')).toEqual([])
  }, 300_000)

  it('tells no name, no address and no id of a person', async () => {
    const lake = await openLake()
    await fill(lake, ['people/'])
    await backfill(lake)
    const rows = JSON.stringify(
      await lake.warehouse.ask({
        sql: 'SELECT * FROM events',
        row: z.record(z.string(), z.unknown()),
      }),
    )
    expect(rows).toContain('lesson_started')
    for (const secret of [enid.sub, gus.sub, 'Film', 'Kernel', 'usr_', 'enr_', '@'])
      expect(rows).not.toContain(secret)
  }, 300_000)
})
