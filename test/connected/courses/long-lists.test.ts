import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { OPEN_DOORS, UNSAID } from '#contract/courses/properties/properties'
import type { Service } from '#contract/http/route'
import type { CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const readAll = async (service: Service, person: Person, address: string) => {
  const items = []
  let cursor: string | null = ''
  do {
    const more = cursor ? `&cursor=${cursor}` : ''
    const { body } = await lms.call(service, person, 'GET', `${address}${more}`)
    items.push(...body.items)
    cursor = body.nextCursor
  } while (cursor)
  return items
}

it('puts the course that a learner was last active in first, across pages', async () => {
  const enrolments = createEnrolmentRepository(lms.table)
  const userId = 'lea'
  const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 10, n)).toISOString()
  // Enrolled in this order; then active in another, and not in all of them.
  const activity = [null, 40, 7, null, 31, 25, 12]
  const expected = activity.map((active, n) => ({ n, at: minute(active ?? n) }))
  const ids: CourseId[] = []
  for (const [n, active] of activity.entries()) {
    const { courseId, lessonId } = await makeWorld(lms)
    ids.push(courseId)
    await enrolments.create({
      id: newId('enr', new Date()),
      userId,
      courseId,
      enrolledAt: minute(n),
      completedLessons: 0,
      countedVersion: null,
      lastLessonId: null,
      lastActiveAt: null,
    })
    if (active !== null) await enrolments.touch(userId, courseId, { lessonId, at: minute(active) })
  }
  const mine = await readAll('learning', { sub: userId }, '/my/courses?limit=2')
  expect(mine.map(({ course }) => course.id)).toEqual(
    expected.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ n }) => ids[n]),
  )
})

it('lists everybody’s courses to admins, newest first, and to nobody else', async () => {
  const courses = createCourseRepository(lms.table)
  const made = await Promise.all(
    [3, 1, 5, 2, 4].map(async (n) => {
      const createdAt = new Date(Date.UTC(2030, 0, n)).toISOString()
      const course = {
        id: newId('crs', new Date()),
        slug: `all-${n}`,
        title: `All ${n}`,
        summary: '',
        ownerId: n % 2 ? 'ada' : 'eve',
        ownerName: '',
        createdAt,
        updatedAt: createdAt,
        publishedVersion: null,
        publishedAt: null,
        outdated: false,
        enrolmentCount: 0,
        ...{ ...UNSAID, ...OPEN_DOORS, formerSlugs: [], copying: false },
        revision: 1,
      }
      await courses.create(course)
      return course
    }),
  )
  const all = await readAll('teaching', people.admin, '/teaching/courses?whose=all&limit=2')
  expect(all.slice(0, 5)).toEqual(
    made
      .toSorted((a, b) => b.slug.localeCompare(a.slug))
      .map((course) => ({ ...course, me: { role: 'admin', rights: [] } })),
  )
  expect(await readAll('teaching', people.admin, '/teaching/courses?limit=2')).toEqual([])
  const refused = await lms.call('teaching', people.owner, 'GET', '/teaching/courses?whose=all')
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } })
})

it('pages through the catalogue by its own cursors, and reads nothing for one that was made up', async () => {
  for (let made = 0; made < 3; made += 1) await makeWorld(lms)
  const page = async (cursor: string) =>
    lms.call('catalog', null, 'GET', `/courses?limit=1&cursor=${encodeURIComponent(cursor)}`)
  const first = (await lms.call('catalog', null, 'GET', '/courses?limit=1')).body
  const second = await page(first.nextCursor)
  expect(second.status).toBe(200)
  expect(second.body.items[0].id).not.toBe(first.items[0].id)

  const reads = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
  const [mac, inner] = first.nextCursor.split('.')
  for (const invented of [
    'x',
    inner,
    `${'A'.repeat(22)}.${inner}`,
    `${mac}.${inner.slice(0, -1)}`,
    `${mac}.${second.body.nextCursor?.split('.')[1] ?? inner.slice(1)}`,
  ]) {
    const answer = await page(invented)
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toBe('invalid')
  }
  expect(reads).not.toHaveBeenCalled()
  await lms.call('catalog', null, 'GET', '/courses?limit=2')
  expect(reads).toHaveBeenCalled()
  reads.mockRestore()
})
