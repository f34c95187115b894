/** `npm run rebuild-reports`: works out what reports say of each day anew, from what was recorded. docs/reports.md says when. */
import { S3Client } from '@aws-sdk/client-s3'
import { Command } from 'commander'
import type { Day } from '#contract/reports/report'
import { dayOf, daysFrom } from '#core/reports/facts/days'
import { rebuildDays } from '#core/reports/facts/rebuild-days'
import { day } from './backfill-reports/day-option.ts'
import { openFacts } from './backfill-reports/open-facts.ts'

const command = new Command('npm run rebuild-reports --')
  .description(
    'Works out what reports say of each day anew, from what was recorded. Nothing recorded is changed; done twice, it comes to the same.',
  )
  .requiredOption('--bucket <name>', 'the output LakeBucket of the stack Reports')
  .requiredOption('--stage <name>', 'of the settings')
  .requiredOption('--from <day>', 'the first day, of UTC: 2026-11-01', day)
  .option('--to <day>', 'the last day', day, dayOf(Date.now()))
  .parse()
const { bucket, stage, from, to } = command.opts<{
  bucket: string
  stage: string
  from: Day
  to: Day
}>()
if (from > to) command.error(`${from} is after ${to}.`)

const s3 = new S3Client({ forcePathStyle: true })
try {
  const days = daysFrom(from, to)
  let done = 0
  await rebuildDays(openFacts(s3, bucket, stage), days, (one) => {
    done += 1
    console.log(`${one} is worked out: ${done} of ${days.length}`)
  })
} finally {
  s3.destroy()
}
