import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseEntity, slugEntity } from '#adapters/dynamo/courses/entity'
import { courseKeys, slugKeys, syllabusKeys } from '#adapters/dynamo/courses/keys'
import { syllabusEntity } from '#adapters/dynamo/courses/syllabus-entity'
import { enrolmentCountEntity, memberEntity } from '#adapters/dynamo/enrolments/count-entity'
import { earlierEnrolmentEntity, enrolmentEntity } from '#adapters/dynamo/enrolments/entity'
import {
  earlierEnrolmentKeys,
  enrolmentCountKeys,
  enrolmentKeys,
  memberKeys,
} from '#adapters/dynamo/enrolments/keys'
import { plainItems } from '#adapters/dynamo/plain-items'
import { progressEntity } from '#adapters/dynamo/progress/entity'
import { progressKeys, settledProgressKeys } from '#adapters/dynamo/progress/keys'
import { settledProgressEntity } from '#adapters/dynamo/progress/settled-entity'
import { openTable } from '#adapters/dynamo/table'
import { assetEntity } from '#adapters/dynamo/videos/asset-entity'
import { assetKeys } from '#adapters/dynamo/videos/keys'

const table = openTable('lectern-test', new DynamoDBClient({ region: 'us-east-1' }))

/** As ids, names and addresses may be, in any case and script. */
const text = fc.string({ minLength: 1, unit: 'grapheme', maxLength: 30 })
const seconds = fc.double({ min: 0, max: 86_400, noNaN: true })
const number = fc.nat(1_000_000)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const enrolment = fc.record({
  ...{ id: text, courseId: text, userId: text, enrolledAt: text, activeAt: text },
  ...{ completedLessons: number, countedVersion: maybe(number) },
  ...{ lastLessonId: maybe(text), lastActiveAt: maybe(text), completedAt: maybe(text) },
  ...{ activeHour: text, name: maybe(text), address: maybe(text) },
})
const progress = fc.record({
  ...{ userId: text, courseId: text, lessonId: text, updatedAt: text },
  ...{ positionSeconds: seconds, completed: fc.boolean(), revision: maybe(number) },
  watched: maybe(fc.array(fc.tuple(seconds, seconds), { maxLength: 3 })),
  beat: maybe(
    fc.record(
      {
        ...{ at: number, seconds, completes: fc.constant(true) },
        ...{ fresh: fc.array(fc.tuple(seconds, seconds)), again: fc.constant([]) },
      },
      { requiredKeys: ['at', 'seconds', 'fresh', 'again'] },
    ),
  ),
})
const course = fc.record({
  ...{ id: text, slug: text, title: text, summary: text, ownerId: text },
  ...{ createdAt: text, updatedAt: text, revision: number, contentLayout: maybe(number) },
})
const published = fc.record({ catalogue: fc.constant('all' as const), publishedAt: text })

type Attributes = Readonly<Record<string, unknown>>
/** An item's whole, as ElectroDB would write it. */
interface Written {
  readonly Item: Record<string, unknown>
}
const entities = {
  progress: {
    declared: progressKeys,
    items: progress,
    put: (item: never) => progressEntity(table).put(item).params<Written>(),
    parse: (Item: object) => progressEntity(table).parse({ Item }).data,
  },
  'settled progress': {
    declared: settledProgressKeys,
    items: fc.record({
      ...{ userId: text, courseId: text, revision: number },
      lessons: fc.uint8Array({ maxLength: 20 }),
    }),
    put: (item: never) => settledProgressEntity(table).put(item).params<Written>(),
    parse: (Item: object) => settledProgressEntity(table).parse({ Item }).data,
  },
  enrolment: {
    declared: enrolmentKeys,
    items: enrolment,
    put: (item: never) => enrolmentEntity(table).put(item).params<Written>(),
    parse: (Item: object) => enrolmentEntity(table).parse({ Item }).data,
  },
  'earlier enrolment': {
    declared: earlierEnrolmentKeys,
    items: enrolment,
    put: (item: never) => earlierEnrolmentEntity(table).put(item).params<Written>(),
    parse: (Item: object) => earlierEnrolmentEntity(table).parse({ Item }).data,
  },
  count: {
    declared: enrolmentCountKeys,
    items: fc.record({ courseId: text, enrolled: number }),
    put: (item: never) => enrolmentCountEntity(table).put(item).params<Written>(),
    parse: (Item: object) => enrolmentCountEntity(table).parse({ Item }).data,
  },
  member: {
    declared: memberKeys,
    items: fc.record({ courseId: text, part: fc.nat(7), userId: text }),
    put: (item: never) => memberEntity(table).put(item).params<Written>(),
    parse: (Item: object) => memberEntity(table).parse({ Item }).data,
  },
  course: {
    declared: courseKeys,
    items: fc
      .tuple(course, fc.oneof(published, fc.constant({})))
      .map(([one, how]) => ({ ...one, ...how })),
    put: (item: never) => courseEntity(table).put(item).params<Written>(),
    parse: (Item: object) => courseEntity(table).parse({ Item }).data,
  },
  slug: {
    declared: slugKeys,
    items: fc.record({ slug: text, courseId: text, createdAt: text, site: fc.constant('all') }),
    put: (item: never) => slugEntity(table).put(item).params<Written>(),
    parse: (Item: object) => slugEntity(table).parse({ Item }).data,
  },
  syllabus: {
    declared: syllabusKeys,
    items: fc.record({ courseId: text, version: number, lessons: text, audiences: maybe(text) }),
    put: (item: never) => syllabusEntity(table).put(item).params<Written>(),
    parse: (Item: object) => syllabusEntity(table).parse({ Item }).data,
  },
}

const withoutUndefined = (item: object) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))

describe.each(Object.entries(entities))('a plain %s', (_, { declared, items, put, parse }) => {
  const plain = plainItems<Attributes>(table, declared)

  it('is written and read as ElectroDB does it', () => {
    fc.assert(
      fc.property(items as fc.Arbitrary<Attributes>, (item) => {
        const { Item } = put(item as never)
        expect(withoutUndefined(plain.stored(item))).toEqual(withoutUndefined(Item))
        expect(plain.read({ Items: [Item] })).toEqual([parse(Item)])
      }),
    )
  })
})

it('finds an asset by the key that ElectroDB gives it', () => {
  const plain = plainItems<Attributes>(table, assetKeys)
  fc.assert(
    fc.property(text, (id) => {
      const { Key } = assetEntity(table).get({ id }).params<{ Key: object }>()
      expect(plain.key({ id })).toEqual(Key)
    }),
  )
})

it('reads no item of another entity, nor of another version of its own', () => {
  const { read } = plainItems<Attributes>(table, progressKeys)
  const own = { __edb_e__: 'progress', __edb_v__: '1', lessonId: 'les_1' }
  const others = [{ ...own, __edb_e__: 'enrolment' }, { ...own, __edb_v__: '2' }, { pk: 'x' }]
  expect(read({ Items: [...others, own] })).toEqual([{ lessonId: 'les_1' }])
})
