import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { courseEntity } from '#adapters/dynamo/courses/entity'
import { enrolmentCountEntity } from '#adapters/dynamo/enrolments/count-entity'
import { enrolmentEntity } from '#adapters/dynamo/enrolments/entity'
import { hourOf } from '#adapters/dynamo/enrolments/keys'
import { lessonEntity } from '#adapters/dynamo/lessons/entity'
import { progressEntity } from '#adapters/dynamo/progress/entity'
import { rosterEntryEntity } from '#adapters/dynamo/roster/entity'
import { entriesOf } from '#adapters/dynamo/roster/entries'
import type { Table } from '#adapters/dynamo/table'
import { assetEntity } from '#adapters/dynamo/videos/asset-entity'
import { toAttributes } from '#adapters/dynamo/videos/asset-item'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import type { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { readyAsset } from './world.ts'

/** As a `BatchWriteItem` takes. */
const IN_A_BATCH = 25
const AT_ONCE = 8
const FIRST = Date.UTC(2026, 0, 1)

/** What ElectroDB makes of a put. */
interface Put {
  params<Params>(): Params
}

/** The n-th second of a long year. */
const instantOf = (n: number) => new Date(FIRST + n * 1000).toISOString()
/** Texts of one length, whatever the number. */
const numbered = (text: string, n: number) => `${text} ${`${n}`.padStart(6, '0')}`

export const addressOf = (userId: string) => `${userId.replaceAll(' ', '.')}@example.org`

/** Writes many items quickly, as a site would have them after years; past functions and verbs. */
export const seedsOf = (table: Table) => {
  const courses = courseEntity(table)
  const counts = enrolmentCountEntity(table)
  const enrolments = enrolmentEntity(table)
  const lessons = lessonEntity(table)
  const assets = assetEntity(table)
  const progresses = progressEntity(table)
  const entries = rosterEntryEntity(table)

  const write = async (puts: readonly Put[]) => {
    const waiting = Array.from({ length: Math.ceil(puts.length / IN_A_BATCH) }, (_, n) =>
      puts.slice(n * IN_A_BATCH, (n + 1) * IN_A_BATCH),
    )
    const work = async () => {
      for (let batch = waiting.pop(); batch; batch = waiting.pop()) {
        const puts = batch.map((put) => {
          const { Item } = put.params<{ Item: Record<string, unknown> }>()
          return { PutRequest: { Item } }
        })
        await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  const enrolment = (userId: string, courseId: string, n: number) =>
    enrolments.put({
      ...{ id: newId('enr', new Date(FIRST)), courseId, userId, enrolledAt: instantOf(n) },
      ...{ completedLessons: 0, countedVersion: 1, activeAt: instantOf(n) },
      ...{ activeHour: hourOf(instantOf(n), userId), name: userId, address: addressOf(userId) },
    })

  return {
    /** Published ones of Ada, each a second after the one before. */
    courses: async (from: number, to: number): Promise<CourseId[]> => {
      const made = numbersFrom(from, to).map((n) => ({ n, id: newId('crs', new Date(FIRST)) }))
      await write(
        made.map(({ n, id }) => {
          const about = {
            ...{ id, slug: numbered('course', n).replace(' ', '-') },
            ...{ title: numbered('A course of the catalogue', n), summary: 'What it is about.' },
          }
          const at = instantOf(n)
          return courses.put({
            ...{ ...about, ownerId: 'ada', createdAt: at, updatedAt: at, revision: 1 },
            ...{ publishedVersion: 1, publishedAt: at, contentLayout: CONTENT_LAYOUT },
            catalogue: 'all',
            card: {
              ...{ ...about, teacherName: 'Ada', lessonCount: 10, durationSeconds: 600 },
              ...{ publishedAt: at, version: 1 },
            },
          })
        }),
      )
      return made.map(({ id }) => id)
    },
    /** People in a course, and their number. */
    people: async (courseId: CourseId, from: number, to: number) => {
      const people = numbersFrom(from, to).map((n) => enrolment(numbered('person', n), courseId, n))
      const listed = numbersFrom(from, to)
        .map((n) => numbered('person', n))
        .flatMap((userId) =>
          entriesOf({ courseId, userId, name: userId, address: addressOf(userId) }),
        )
      await write([
        ...people,
        ...listed.map((entry) => entries.put(entry)),
        counts.put({ courseId, enrolled: to }),
      ])
    },
    /** One person in many courses. */
    enrolments: (userId: string, courseIds: readonly CourseId[]) =>
      write(courseIds.map((courseId, n) => enrolment(userId, courseId, n))),
    /** Articles of a draft. */
    articles: async (courseId: CourseId, moduleId: ModuleId, from: number, to: number) => {
      const made = numbersFrom(from, to).map((n) => ({ n, id: newId('les', new Date(FIRST)) }))
      const text = 'What to remember. '.repeat(20)
      await write(
        made.map(({ n, id }) =>
          lessons.put({
            ...{ id, courseId, moduleId, kind: 'article', text, revision: 1, position: n },
            title: numbered('A lesson of the course', n),
          }),
        ),
      )
      return made.map(({ id }) => id)
    },
    /** Videos that learners can see. */
    assets: (courseId: CourseId, from: number, to: number) =>
      write(
        numbersFrom(from, to).map((n) => {
          const [createdAt, updatedAt] = [instantOf(n), instantOf(n)]
          const id = newId('ast', new Date(FIRST))
          const sourceKey = `${courseId}/${numbered('lecture', n)}.mp4`
          const asset = readyAsset(courseId, { id, sourceKey, createdAt, updatedAt })
          return assets.put({ id, ...toAttributes(asset), etag: id, sequencer: '01' })
        }),
      ),
    /** Of somebody who has read these lessons. */
    progress: (userId: string, courseId: CourseId, lessonIds: readonly LessonId[]) =>
      write(
        lessonIds.map((lessonId, n) =>
          progresses.put({
            ...{ userId, courseId, lessonId, positionSeconds: 0, watched: [], completed: true },
            ...{ updatedAt: instantOf(n), revision: 1 },
          }),
        ),
      ),
  }
}

const numbersFrom = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => from + at)
