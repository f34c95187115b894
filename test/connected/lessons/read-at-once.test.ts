import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { CourseId, type LessonId, type ModuleId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { type Lms, startLms } from '#test/support/lms'
import { people } from '#test/support/world'

/** Fifty-five of these are three pages. */
const TEXT = 'x'.repeat(45_000)
const LESSONS = 55

let lms: Lms
let outlines: ReturnType<typeof createOutlineRepository>
let courseId: CourseId
let moduleId: ModuleId
let ids: LessonId[]
/** What others do before a page that is not the first is read; whether it goes on doing it. */
let meanwhile: (() => Promise<boolean>) | null = null

beforeAll(async () => {
  lms = await startLms()
  outlines = createOutlineRepository(lms.table)
  // Of every client, the functions' own too.
  const send = DynamoDBDocumentClient.prototype.send
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    ...asked: unknown[]
  ) {
    const [command] = asked
    const act = meanwhile
    if (act && command instanceof QueryCommand && command.input.ExclusiveStartKey) {
      meanwhile = null
      if (await act()) meanwhile = act
    }
    return Reflect.apply(send, this, asked)
  })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await lms?.close()
})
beforeEach(async () => {
  meanwhile = null
  const { body } = await teach('POST', '/teaching/courses', { title: 'Long' })
  courseId = CourseId.parse(body.id)
  moduleId = (await teach('POST', `${base()}/modules`, { title: 'One' })).body.id
  ids = Array.from({ length: LESSONS }, () => newId('les', new Date())).sort()
  await Promise.all(
    ids.map((id, position) =>
      outlines.addLesson({
        ...{ id, courseId, moduleId, kind: 'article', title: 'Before', text: TEXT, position },
      }),
    ),
  )
})

const base = () => `/teaching/courses/${courseId}`
const teach = async (method: string, address: string, body?: unknown) => {
  const answer = await lms.call('teaching', people.owner, method, address, body)
  expect(answer.status, `${method} ${address}`).toBeLessThan(300)
  return answer
}
const once = (act: () => Promise<unknown>) => {
  meanwhile = async () => {
    await act()
    return false
  }
}
const rename = (id: LessonId | undefined, title = 'After') =>
  teach('PATCH', `${base()}/lessons/${id}`, { title })
/** By module, how many of its lessons are there. */
const counts = ({ modules, lessons }: Awaited<ReturnType<typeof outlines.listAtOnce>>) =>
  modules.map(({ id }) => lessons.filter((lesson) => lesson.moduleId === id).length)

describe('an outline of several pages, read while others write', () => {
  it('has no later change without an earlier one', async () => {
    const both = async () => {
      await rename(ids[0])
      await rename(ids.at(-1))
    }
    const ends = (found: Awaited<ReturnType<typeof outlines.listAtOnce>>) =>
      [ids[0], ids.at(-1)].map((id) => found.lessons.find((one) => one.id === id)?.title)
    once(both)
    expect(ends(await outlines.listContents(courseId))).toEqual(['Before', 'After'])
    await Promise.all([rename(ids[0], 'Before'), rename(ids.at(-1), 'Before')])
    once(both)
    expect(ends(await outlines.listAtOnce(courseId))).toEqual(['After', 'After'])
    expect(meanwhile).toBeNull()
  })

  it('has a module that was copied meanwhile whole, or not at all', async () => {
    once(() =>
      teach('POST', `${base()}/modules/${moduleId}/copies`, {
        ...{ key: 'copied-in-between', title: 'Copy' },
      }),
    )
    expect(counts(await outlines.listAtOnce(courseId))).toEqual([LESSONS, LESSONS])
  })

  it('has no module that was deleted meanwhile, and all of one that was brought back', async () => {
    once(() => teach('DELETE', `${base()}/modules/${moduleId}`))
    expect(counts(await outlines.listAtOnce(courseId))).toEqual([])
    once(() => teach('PUT', `${base()}/modules/${moduleId}/restored`))
    expect(counts(await outlines.listAtOnce(courseId))).toEqual([LESSONS])
  })

  it('is published as it stood at one moment', async () => {
    once(async () => {
      await rename(ids[0])
      await rename(ids.at(-1))
    })
    await teach('POST', `${base()}/versions`)
    const { body } = await lms.call('catalog', null, 'GET', `/courses/${courseId}`)
    const titles = body.modules[0].lessons.map(({ title }: { title: string }) => title)
    expect(meanwhile).toBeNull()
    expect([titles[0], titles.at(-1)]).toEqual(['After', 'After'])
  })

  it('reads pages twice where nobody writes, and is given up where somebody always does', async () => {
    let pages = 0
    meanwhile = async () => {
      pages += 1
      return true
    }
    expect(counts(await outlines.listAtOnce(courseId))).toEqual([LESSONS])
    // All three but the first, and the second once more.
    expect(pages).toBe(3)
    let times = 0
    meanwhile = async () => {
      times += 1
      await rename(ids[0], `Time ${times}`)
      return true
    }
    await expect(outlines.listAtOnce(courseId)).rejects.toMatchObject({
      reason: { code: 'outline_contended' },
    })
  })
})
