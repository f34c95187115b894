import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { progressEntity } from '#adapters/dynamo/progress/entity'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { assetEntity } from '#adapters/dynamo/videos/asset-entity'
import type { AssetId, LessonId } from '#contract/platform/ids'
import type { Heartbeat, LessonProgress, WatchedRanges } from '#contract/progress/progress'
import { onceForgotten } from '#test/support/forgotten'
import { type Lms, startLms } from '#test/support/lms'
import { makeVideoCourse } from '#test/support/video-course'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

let learners = 0
/** Somebody new, enrolled in a new course of videos of 100 seconds that are complete at 90. */
const given = async (course: Parameters<typeof makeVideoCourse>[1] = {}) => {
  const made = await makeVideoCourse(lms, course)
  const person = { sub: `learner-${++learners}` }
  const call = (method: string, address: string, body?: unknown) =>
    lms.call('learning', person, method, address, body)
  const base = `/my/courses/${made.courseId}`
  await call('PUT', base)
  const beat = (lessonId: LessonId, facts: Partial<Heartbeat> = {}) =>
    call('PUT', `${base}/lessons/${lessonId}/progress`, {
      positionSeconds: 10,
      durationSeconds: 100,
      at: SENT,
      sentAt: SENT,
      ...facts,
    })
  const open = async () => (await call('POST', `${base}/session`)).body
  const summary = async () => (await call('GET', '/my/courses')).body.items[0]
  const [lessonId] = made.lessonIds
  if (!lessonId) throw new Error('The course has no lesson')
  return { ...made, lessonId, userId: person.sub, call, beat, open, summary }
}

/** By the clock of a device that is far out. */
const moment = (second: number) => new Date(Date.UTC(2026, 0, 1, 10, 0, second)).toISOString()
/** When every beat here is sent. */
const SENT = moment(100)

describe('a video lesson', () => {
  it('is complete when enough of it was watched, on whatever devices and in whatever order', async () => {
    const { beat, lessonId, open, summary } = await given()
    const phone = await beat(lessonId, { watched: [[40, 100]], at: moment(50) })
    expect(phone.body).toMatchObject({ completed: false, watched: [[40, 100]] })
    const laptop = await beat(lessonId, { watched: [[0, 25]], at: moment(0) })
    expect(laptop.body).toMatchObject({ completed: false, updatedAt: phone.body.updatedAt })
    const rest = await beat(lessonId, { watched: [[20, 30]], at: moment(9) })
    expect(rest.body).toMatchObject({ completed: true })
    expect((await open()).progress).toEqual([rest.body])
    expect(await summary()).toMatchObject({ completedLessons: 1, lastLessonId: lessonId })
  })

  it('is not complete because the client says so, or stands at its end', async () => {
    const { beat, lessonId } = await given()
    const said = await beat(lessonId, {
      completed: true,
      positionSeconds: 100,
      watched: [[99, 100]],
    })
    expect(said.body).toMatchObject({ completed: false, positionSeconds: 100 })
    const short = await beat(lessonId, { durationSeconds: 1, watched: [[0, 2]] })
    expect(short.body.completed).toBe(false)
  })

  it('asks for the share that its teacher set', async () => {
    const opening = await given({ completionShare: 0 })
    expect((await opening.beat(opening.lessonId)).body.completed).toBe(true)
    const whole = await given({ completionShare: 1 })
    expect((await whole.beat(whole.lessonId, { watched: [[0, 98]] })).body.completed).toBe(false)
    expect((await whole.beat(whole.lessonId, { watched: [[98, 99.5]] })).body.completed).toBe(true)
  })

  const shorten = async (asset: { readonly id: AssetId }) => {
    const entity = assetEntity(lms.table)
    const { Key } = entity.get({ id: asset.id }).params<{ Key: { pk: string; sk: string } }>()
    await lms.table.client.send(
      new UpdateCommand({
        TableName: lms.table.name,
        Key,
        UpdateExpression: 'SET asset.#source.durationSeconds = :shorter',
        ExpressionAttributeNames: { '#source': 'source' },
        ExpressionAttributeValues: { ':shorter': 50 },
      }),
    )
  }

  it('is as long as the video that replaced it, without publishing again', async () => {
    const { asset, beat, lessonId } = await given()
    await shorten(asset)
    expect((await beat(lessonId, { watched: [[0, 46]] })).body.completed).toBe(true)
  })

  it('goes on within the shorter video that replaced it', async () => {
    const { asset, courseId, lessonId, open, userId } = await given()
    const enrolments = createEnrolmentRepository(lms.table)
    const progress = createProgressRepository(lms.table)
    const before: LessonProgress = {
      lessonId,
      positionSeconds: 80,
      watched: [
        [40, 60],
        [70, 80],
      ],
      completed: false,
      updatedAt: moment(0),
    }
    await progress.save(userId, courseId, before, null)
    await enrolments.touch(userId, courseId, { lessonId, at: moment(0) })
    await shorten(asset)
    expect((await open()).progress).toEqual([
      { ...before, positionSeconds: 50, watched: [[40, 50]] },
    ])
  })

  it('loses nothing when several devices report at the same moment', async () => {
    const { beat, lessonId, open, summary } = await given({ completionShare: 1 })
    const pieces = Array.from({ length: 10 }, (_, n): WatchedRanges => [[10 * n, 10 * n + 10]])
    // Some are told to try again; the client keeps what it could not send and does.
    const send = async (watched: WatchedRanges): Promise<number> => {
      const { status } = await beat(lessonId, { watched })
      return status === 409 ? send(watched) : status
    }
    expect(await Promise.all(pieces.map(send))).toEqual(pieces.map(() => 200))
    expect((await open()).progress).toMatchObject([{ watched: [[0, 100]], completed: true }])
    expect(await summary()).toMatchObject({ completedLessons: 1 })
  })

  it('goes on from what was stored before there were watched ranges', async () => {
    const { beat, courseId, lessonId, open, userId } = await given()
    const old = { lessonId, positionSeconds: 30, completed: true, updatedAt: moment(30) }
    await progressEntity(lms.table)
      .put({ userId, courseId, ...old })
      .go()
    expect((await open()).progress).toEqual([{ ...old, watched: [] }])
    const next = await beat(lessonId, { positionSeconds: 40, watched: [[30, 40]] })
    expect(next.body).toMatchObject({ completed: true, positionSeconds: 40, watched: [[30, 40]] })
  })

  it('is where the learner was last, on two devices in turn whose clocks are both wrong', async () => {
    const { beat, lessonId, open } = await given()
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
    const turns = [
      { positionSeconds: 20, at: hours(5), sentAt: hours(5) },
      { positionSeconds: 30, at: hours(-1), sentAt: hours(-1) },
      { positionSeconds: 40, at: hours(5), sentAt: hours(5) },
      { positionSeconds: 50, at: hours(-1), sentAt: hours(-1) },
    ]
    for (const turn of turns) {
      await beat(lessonId, turn)
      expect((await open()).progress).toMatchObject([{ positionSeconds: turn.positionSeconds }])
    }
    const kept = { positionSeconds: 25, at: hours(4.99), sentAt: hours(5) }
    expect((await beat(lessonId, kept)).body).toMatchObject({ positionSeconds: 50 })
  })

  it('is taken from clocks that mean harm, by ours', async () => {
    const { beat, lessonId } = await given()
    const far = { at: '0001-01-01T00:00:00.000Z', sentAt: '9999-12-31T23:59:59.999Z' }
    for (const clocks of [far, { at: far.sentAt, sentAt: far.at }]) {
      const { status, body } = await beat(lessonId, clocks)
      expect(status).toBe(200)
      expect(Date.parse(body.updatedAt)).toBeLessThanOrEqual(Date.now())
    }
    const now = await beat(lessonId, { positionSeconds: 33, at: moment(0), sentAt: moment(0) })
    expect(now.body).toMatchObject({ positionSeconds: 33 })
  })

  it('keeps no place and no range beyond the end of the video that plays now', async () => {
    const { beat, lessonId } = await given()
    const far = await beat(lessonId, {
      positionSeconds: 140,
      watched: [
        [90, 140],
        [120, 130],
      ],
    })
    expect(far.body).toMatchObject({ positionSeconds: 100, watched: [[90, 100]] })
  })
})

describe('a heartbeat', () => {
  it('is for a published lesson of this course, from the moment it is published', async () => {
    const mine = await given()
    const other = await given()
    expect((await mine.beat(mine.lessonId)).status).toBe(200)
    expect((await mine.beat(other.lessonId)).status).toBe(404)
    const added = await mine.addLesson()
    expect((await mine.beat(added)).status).toBe(404)
    await mine.publish()
    expect((await mine.beat(added)).status).toBe(200)
  })

  it('that arrives twice writes once', async () => {
    const { beat, lessonId } = await given()
    const again = { watched: [[0, 10]] as WatchedRanges, at: moment(10) }
    const first = await beat(lessonId, again)
    const changes = await lms.watch()
    expect(await beat(lessonId, again)).toEqual(first)
    expect(await changes()).toEqual([])
  })

  it('leaves “my courses” alone until a minute has gone or the lesson is another', async () => {
    const { beat, lessonIds, summary } = await given({ lessons: 2 })
    const [one, two] = lessonIds
    if (!one || !two) throw new Error('The course lacks its lessons')
    const beatAt = async (lessonId: LessonId, second: number) =>
      (await beat(lessonId, { at: moment(second), positionSeconds: second })).body.updatedAt
    const first = await beatAt(one, 0)
    await beatAt(one, 50)
    expect(await summary()).toMatchObject({ lastLessonId: one, lastActiveAt: first })
    const later = await beatAt(one, 61)
    expect(await summary()).toMatchObject({ lastLessonId: one, lastActiveAt: later })
    const other = await beatAt(two, 80)
    await beatAt(one, 70)
    expect(await summary()).toMatchObject({ lastLessonId: two, lastActiveAt: other })
  })
})

describe('a learner’s count of completed lessons', () => {
  const whole: Partial<Heartbeat> = { watched: [[0, 100]] }

  it('is right when several lessons are completed at the same moment', async () => {
    const { beat, lessonIds, summary } = await given({ lessons: 5 })
    await Promise.all(lessonIds.map((lessonId) => beat(lessonId, whole)))
    expect(await summary()).toMatchObject({ completedLessons: 5 })
  })

  it('holds published lessons alone', async () => {
    const { beat, lessonIds, open, publish, removeLesson, summary, addLesson } = await given({
      lessons: 3,
    })
    const [one, two] = lessonIds
    if (!one || !two) throw new Error('The course lacks its lessons')
    await beat(one, whole)
    await beat(two, whole)
    await removeLesson(one)
    const added = await addLesson()
    await publish()
    await onceForgotten(async () => {
      await open()
      expect(await summary()).toMatchObject({ completedLessons: 1, course: { lessonCount: 3 } })
    })
    await beat(added, whole)
    expect(await summary()).toMatchObject({ completedLessons: 2 })
  })

  it('is made good by opening the course when a heartbeat ended half-way', async () => {
    const { courseId, lessonId, open, summary, userId } = await given()
    const saved: LessonProgress = {
      lessonId,
      positionSeconds: 100,
      watched: [[0, 100]],
      completed: true,
      updatedAt: moment(0),
    }
    await createProgressRepository(lms.table).save(userId, courseId, saved, null)
    expect(await summary()).toMatchObject({ completedLessons: 0 })
    await open()
    expect(await summary()).toMatchObject({ completedLessons: 1 })
  })

  it('is there again for somebody who left and comes back', async () => {
    const { beat, call, courseId, lessonId, summary } = await given()
    await beat(lessonId, whole)
    await call('DELETE', `/my/courses/${courseId}`)
    await call('PUT', `/my/courses/${courseId}`)
    expect(await summary()).toMatchObject({ completedLessons: 1 })
  })
})

describe('what is written over', () => {
  it('is only what was read: never a completion that came in between', async () => {
    const { courseId, lessonId, userId } = await given()
    const progress = createProgressRepository(lms.table)
    const save = (completed: boolean, revision: number | null) =>
      progress.save(
        userId,
        courseId,
        { lessonId, positionSeconds: 1, watched: [], completed, updatedAt: moment(0) },
        revision,
      )
    expect(await save(false, null)).toBe(true)
    expect(await save(true, 1)).toBe(true)
    expect(await save(false, 1)).toBe(false)
    expect(await save(false, null)).toBe(false)
    const stored = await progress.get(userId, courseId, lessonId)
    expect(stored).toMatchObject({ progress: { completed: true }, revision: 2 })
  })
})
