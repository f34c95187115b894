/** `npm run compact-lake`: puts the many files of an event and a day that is over into one. docs/reports.md says why. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { Command } from 'commander'
import { dayOf, daysBefore, daysFrom } from '#core/reports/facts/days'
import { eventNames } from '#lib/reports/event-columns'
import { day } from './backfill-reports/day-option.ts'
import { putTogether } from './backfill-reports/put-together.ts'

const yesterday = daysBefore(dayOf(Date.now()), 1)
const command = new Command('npm run compact-lake --')
  .description(
    'Puts the files of each event and day into one, with each event once. Cut off in between, or done again, nothing is lost or counted twice.',
  )
  .requiredOption('--bucket <name>', 'the output LakeBucket of the stack Reports')
  .option('--from <day>', 'the first day, of UTC', day, yesterday)
  .option('--to <day>', 'the last day, which is over', day, yesterday)
  .parse()
const { bucket, from, to } = command.opts<{ bucket: string; from: string; to: string }>()
if (from > to || to > yesterday) command.error('The days are from one to another that is over.')

const s3 = new S3Client({ forcePathStyle: true })
const folder = await mkdtemp(join(tmpdir(), 'lectern-compact-'))
try {
  for (const one of daysFrom(from, to)) {
    let files = 0
    for (const event of eventNames())
      files += await putTogether({ s3, bucket, folder }, { event, day: one })
    console.log(`${one}: ${files} files were put together`)
  }
} finally {
  s3.destroy()
  await rm(folder, { recursive: true, force: true })
}
