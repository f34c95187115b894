/**
 * `npm run bench:reports`: a year of a site of 10,000 learners, written to Parquet a day at a time; what working out a
 * day reads, takes and costs, statement by statement; and how soon the API's verbs answer reports of the whole year from
 * what came of it, over an S3 of this machine. `-- --people 1000 --days 90` is smaller. It fails where an answer's
 * P95 is above the goal.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { S3Client } from '@aws-sdk/client-s3'
import { DuckDBInstance } from '@duckdb/node-api'
import { Command } from 'commander'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { daysBefore } from '#core/reports/facts/days'
import {
  activePeople,
  courseDays,
  lessonDays,
  personDays,
  watchedSteps,
} from '#core/reports/facts/statements'
import { workOutDay } from '#core/reports/facts/work-out-day'
import { wholeNumber } from '#load/command/whole-number'
import { startS3 } from '#local/s3/server'
import { openFilesWarehouse } from './bench-reports/files-warehouse.ts'
import { keepFacts } from './bench-reports/kept-facts.ts'
import { oneDayAWeek } from './bench-reports/one-day-a-week.ts'
import type { Timed, Timing } from './bench-reports/time-answers.ts'
import { writeYear } from './bench-reports/year.ts'
import { percentileOf } from './bench-video/percentile.ts'

/** https://aws.amazon.com/athena/pricing/ (November 2026): what a statement reads, 10 MB at the least. */
const USD_PER_TB = 5
const LEAST_BYTES = 10e6
/** Of a report's answer, P95: issue 12's. */
const GOAL_MS = 300
/** The queue before the reporter collects for two minutes. */
const TIMES_A_DAY = 720

const { people, days, times } = new Command()
  .name('npm run bench:reports --')
  .description('What reports read, take and cost on a year of a site')
  .option('--people <n>', 'learners of the site', wholeNumber, 10_000)
  .option('--days <n>', 'days of the year', wholeNumber, 365)
  .option('--times <n>', 'how often each report is asked for', wholeNumber, 40)
  .parse()
  .opts<{ people: number; days: number; times: number }>()

const folder = await mkdtemp(join(tmpdir(), 'lectern-year-'))
const region = 'us-east-1'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }
const server = await startS3({
  ...{ port: 0, dataDir: join(folder, 's3'), region, credentials },
  buckets: [{ name: 'lake' }, { name: 'content' }],
  onEvent: () => undefined,
})
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
try {
  const connection = await instance.connect()
  let since = performance.now()
  const took = () => {
    const seconds = (performance.now() - since) / 1000
    since = performance.now()
    return seconds
  }
  const year = await writeYear(connection, join(folder, 'events'), { people, days })
  const wrote = took()
  const warehouse = openFilesWarehouse(connection, join(folder, 'events'))
  const all = await warehouse.bytesOf(
    `${courseDays('2000-01-01').sql} '9999-12-31' "at" v lesson again`,
  )
  console.log(
    `${people} learners, ${days} days: ${millions(year.rows)} events, ${mb(all)} of Parquet, written in ${wrote.toFixed(0)} s`,
  )

  const day = year.days.at(-1) ?? ''
  const statements = {
    'by course': courseDays(day),
    'by lesson': lessonDays(day),
    'watched, second by second': watchedSteps(day),
    'by person': personDays(day),
    'active on the day': activePeople(day, day),
    'active in 7 days': activePeople(daysBefore(day, 6), day),
    'active in 30 days': activePeople(daysBefore(day, 29), day),
  }
  let workOutUsd = 0
  console.log('| Statement | Reads | Seconds | US dollars |\n|---|---|---|---|')
  for (const [name, statement] of Object.entries(statements)) {
    took()
    await warehouse.ask<unknown>(statement)
    const seconds = took()
    const bytes = await warehouse.bytesOf(statement.sql)
    const usd = (Math.max(bytes, LEAST_BYTES) / 1e12) * USD_PER_TB
    if (!/ \d+ days/.test(name)) workOutUsd += usd
    console.log(`| ${name} | ${mb(bytes)} | ${seconds.toFixed(2)} | ${usd.toFixed(6)} |`)
  }
  console.log(
    `A day worked out: $${workOutUsd.toFixed(5)}; every two minutes for a month at most $${(workOutUsd * TIMES_A_DAY * 30).toFixed(2)}`,
  )

  took()
  const kept = keepFacts()
  const end = new Date(`${day}T23:00:00.000Z`)
  const weekly = oneDayAWeek(warehouse)
  for (const [n, one] of year.days.entries()) {
    if (n % 7 === 0) weekly.beginWeek()
    await workOutDay({ warehouse: weekly, facts: kept, clock: { now: () => end } }, one)
  }
  const workedOut = took()
  const s3 = new S3Client({ endpoint: server.url, region, credentials, forcePathStyle: true })
  const facts = createFactStore(s3, 'lake')
  const files = await kept.putAway(facts)
  console.log(
    `One day of each week worked out, for all seven, in ${workedOut.toFixed(0)} s; ${files} files of facts`,
  )

  const [{ person = '' } = {}] = await warehouse.ask(personDays(day))
  const timing: Timing = {
    ...{ endpoint: server.url, region, credentials, times },
    ...{ year, pseudonym: person },
  }
  const thread = new Worker(new URL('./bench-reports/time-answers.ts', import.meta.url), {
    workerData: timing,
  })
  const [timed]: Timed[][] = await once(thread, 'message')
  let missed = 0
  console.log('| Report of the year | KB | P50, ms | P95, ms |\n|---|---|---|---|')
  for (const { name, milliseconds, length } of timed ?? []) {
    const [middle, worst] = [50, 95].map((percent) => percentileOf(milliseconds, percent))
    if (worst === undefined || worst > GOAL_MS) missed += 1
    console.log(
      `| ${name} | ${(length / 1000).toFixed(0)} | ${middle?.toFixed(0)} | ${worst?.toFixed(0)} |`,
    )
  }
  console.log(`Memory at the end: ${mb(process.memoryUsage().rss)}`)
  if (missed > 0) {
    console.error(`${missed} reports are above ${GOAL_MS} ms.`)
    process.exitCode = 1
  }
  s3.destroy()
  connection.closeSync()
} finally {
  instance.closeSync()
  await server.close()
  await rm(folder, { recursive: true, force: true })
}

function mb(bytes: number) {
  return `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`
}

function millions(count: number) {
  return `${(count / 1e6).toFixed(1)} million`
}
