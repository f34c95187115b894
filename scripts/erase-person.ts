/** Has the reports' register forget a person. docs/reports.md says what becomes of what was recorded. */
import { createInterface } from 'node:readline/promises'
import { S3Client } from '@aws-sdk/client-s3'
import { Command } from 'commander'
import { createAnnouncementRepository } from '#adapters/dynamo/announcements/repository'
import { createLearnerNames } from '#adapters/dynamo/enrolments/learner-names'
import { createForgetOwner } from '#adapters/dynamo/memberships/hand-over'
import { createMembershipRepository } from '#adapters/dynamo/memberships/repository'
import { forgetHands } from '#adapters/dynamo/people/forget-hands'
import { openTable } from '#adapters/dynamo/table'
import { erasePerson } from '#adapters/warehouse/erase-person'

interface Options {
  readonly bucket: string
  readonly table: string
  readonly user: string
  readonly yes?: true
}

const command = new Command('npm run erase-person --')
  .description(
    'Deletes who stands behind the pseudonym of a person. What they did stays in sums, and leads to nobody.',
  )
  .requiredOption('--bucket <name>', 'the output LakeBucket of the stack Reports')
  .requiredOption('--table <name>', 'the output TableName of the stack Data')
  .requiredOption('--user <id>', 'their id: the attribute sub of the user pool')
  .option('--yes', 'without asking again')
  .parse()
const { bucket, table, user, yes } = command.opts<Options>()

const client = new S3Client({ forcePathStyle: true })
try {
  if (yes || (await isSure())) {
    const lectern = openTable(table)
    const courses = await createLearnerNames(lectern).forget(user)
    const taught =
      (await createMembershipRepository(lectern).forget(user)) +
      (await createForgetOwner(lectern)(user))
    const announced = await createAnnouncementRepository(lectern).forget(user)
    const drafts = await forgetHands(lectern, user)
    const known = await erasePerson(client, bucket, user)
    console.log(
      `${known ? `${user} is forgotten.` : `The register of ${bucket} does not know ${user}.`} Their name was taken out of ${courses} enrolments, ${taught} teams of courses, ${announced} announcements, and ${drafts} drafts of courses, modules and lessons that they changed.`,
    )
  } else console.log('Nothing was deleted.')
} finally {
  client.destroy()
}

async function isSure(): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const said = await asking.question(`Forget ${user} for ever? It cannot be undone. [y/N] `)
  asking.close()
  return /^y(es)?$/i.test(said.trim())
}
