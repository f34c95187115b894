/**
 * `npm run bench:growth`: what the calls behind the pages cost as a site grows: their time, requests and read units,
 * against a real engine in memory, with one thing larger at a time. Nothing is remembered but where it says so.
 * `-- --write` puts the plot into `docs/images/growth.svg` and the table into `docs/performance.md`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { Command } from 'commander'
import { openTable } from '#adapters/dynamo/table'
import { createContentStore } from '#adapters/storage/content-store'
import { wholeNumber } from '#load/command/whole-number'
import { startCountedEngine } from '#test/support/counted-engine'
import { startLms } from '#test/support/lms'
import { seedsOf } from '#test/support/seed'
import { callsOn } from './bench-growth/calls.ts'
import { growAll } from './bench-growth/grow.ts'
import { plotOf } from './bench-growth/plot.ts'
import { tableOf } from './bench-growth/table.ts'

const PLOT = 'docs/images/growth.svg'
const DOC = 'docs/performance.md'
const TABLE = /(?<=<!-- growth -->\n)[\s\S]*?(?=\n<!-- \/growth -->)/

const { times, write, most } = readOptions()

let engineUrl = ''
let counting: Awaited<ReturnType<typeof startCountedEngine>> | undefined
const lms = await startLms(undefined, {
  front: async (engine) => {
    engineUrl = engine
    counting = await startCountedEngine(engine)
    return counting.url
  },
})
try {
  const content = createContentStore(new S3Client({}), process.env.CONTENT_BUCKET ?? '')
  const direct = openTable(lms.table.name, new DynamoDBClient({ endpoint: engineUrl }))
  const grown = await growAll({
    ...{ lms, seeds: seedsOf(direct), times, most },
    measured: {
      direct: callsOn(direct, content),
      counted: callsOn(lms.table, content),
      take: () => counting?.take() ?? [],
    },
  })
  console.log(tableOf(grown))
  if (write) {
    await writeFile(PLOT, plotOf(grown))
    const text = await readFile(DOC, 'utf8')
    await writeFile(DOC, text.replace(TABLE, tableOf(grown)))
  }
} finally {
  await lms.close()
  await counting?.close()
}

function readOptions() {
  return new Command()
    .name('npm run bench:growth --')
    .description('What calls cost as courses, enrolments, lessons and videos grow')
    .option('--times <n>', 'how often each is called at each size', wholeNumber, 30)
    .option('--most <n>', 'of nothing are there more', wholeNumber, 100_000)
    .option('--write', `writes ${PLOT} and the table in ${DOC}`, false)
    .parse()
    .opts<{ times: number; most: number; write: boolean }>()
}
