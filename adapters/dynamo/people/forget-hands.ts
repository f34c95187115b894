import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { Service } from 'electrodb'
import { unlessRefused } from '#adapters/dynamo/condition'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { courseEntity } from '#adapters/dynamo/courses/entity'
import { lessonEntity, moduleEntity } from '#adapters/dynamo/lessons/entity'
import type { Table } from '#adapters/dynamo/table'
import type { Hands } from '#core/lessons/ports'

const COURSES_AT_ONCE = 50
const HANDS = 'hands' satisfies keyof Noted

/**
 * Takes somebody out of what courses, modules and lessons note of who changed them; answers in how many they were. It
 * reads the drafts of all courses, one after the other, since nothing lists who changed what.
 */
export async function forgetHands(table: Table, userId: string): Promise<number> {
  const { listAll } = createCourseReader(table)
  let found = 0
  let cursor: string | undefined
  do {
    const page: Awaited<ReturnType<typeof listAll>> = await listAll({
      ...{ limit: COURSES_AT_ONCE, cursor },
    })
    for (const { id } of page.items) found += await forgetIn(table, id, userId)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}

interface Noted {
  readonly pk: string
  readonly sk: string
  readonly revision: number
  readonly hands?: Hands | undefined
}

/** What was changed while it was read is read again. */
async function forgetIn(table: Table, courseId: string, userId: string): Promise<number> {
  const isOthers = ([, hand]: readonly [string, Hands[string]]) => hand.userId !== userId
  for (let found = 0; ; ) {
    const left = (await readNoted(table, courseId)).filter(
      ({ hands = {} }) => !Object.entries(hands).every(isOthers),
    )
    if (left.length === 0) return found
    for (const { pk, sk, revision, hands = {} } of left) {
      const update = new UpdateCommand({
        TableName: table.name,
        Key: { pk, sk },
        UpdateExpression: `SET ${HANDS} = :others`,
        ConditionExpression: 'revision = :seen',
        ExpressionAttributeValues: {
          ':others': Object.fromEntries(Object.entries(hands).filter(isOthers)),
          ':seen': revision,
        },
      })
      if (await unlessRefused(table.client.send(update))) found += 1
    }
  }
}

/** The course, and all that is or was in its outline. */
async function readNoted(table: Table, courseId: string): Promise<Noted[]> {
  const outline = new Service({ modules: moduleEntity(table), lessons: lessonEntity(table) })
  const how = { consistent: true, data: 'includeKeys' } as const
  const [course, { data }] = await Promise.all([
    courseEntity(table).get({ id: courseId }).go(how),
    outline.collections.outline({ courseId }).go({ ...how, pages: 'all' }),
  ])
  return [course.data, ...data.modules, ...data.lessons].flatMap((item) =>
    item ? [item as unknown as Noted] : [],
  )
}
