import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { publicPrefix } from '#contract/courses/content-paths'
import type { CourseFile } from '#contract/files/file'
import type { CourseId } from '#contract/platform/ids'
import { courseFileOf } from '#test/support/course-file'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

const image = { width: 1_600, height: 1_200, widths: [480, 960, 1_600] }

let lms: Lms
let world: World
beforeAll(async () => {
  lms = await startLms()
}, 60_000)
afterAll(() => lms?.close())
beforeEach(async () => {
  world = await makeWorld(lms)
})

const teach = (method: string, path = '', body?: unknown) =>
  lms.call('teaching', people.owner, method, `/teaching/courses/${world.courseId}${path}`, body)
const choose = (cover: object | null) => teach('PATCH', '', { cover })
const publish = async () => expect((await teach('POST', '/versions')).status).toBe(201)

/** A file of a course as it is once somebody has looked at it. */
async function fileIn(courseId: CourseId, facts: Partial<CourseFile>): Promise<CourseFile> {
  const files = createFileRepository(lms.table)
  const arriving = courseFileOf({ courseId })
  await files.add(arriving)
  const settled = { ...arriving, ...facts }
  if (settled.state !== 'arriving') await files.settle(settled)
  return settled
}
const picture = (facts: Partial<CourseFile> = {}) =>
  fileIn(world.courseId, { state: 'ready', type: 'jpeg', image, ...facts })

/** What visitors get, once nothing remembers what was before. */
const shown = (version: number) =>
  vi.waitUntil(
    async () => {
      const { body } = await lms.call('catalog', null, 'GET', `/courses/${world.courseId}`)
      return body.version === version && body
    },
    { timeout: 20_000, interval: 500 },
  )
const changed = async () => (await teach('GET', '/publishing')).body.changes

describe('a cover', () => {
  it('shows once it is published, where visitors may fetch it, in lists and by its page', async () => {
    const { id: fileId } = await picture()
    const { status, body } = await choose({ fileId, focus: 20 })
    expect({ status, cover: body.cover }).toEqual({
      status: 200,
      cover: {
        ...{ fileId, focus: 20, ...image, formats: ['webp'] },
        folder: expect.stringMatching(
          `^/${publicPrefix(world.courseId)}media/[\\w-]{22}/${fileId}/$`,
        ),
      },
    })
    expect((await shown(1)).cover).toBeNull()
    expect(await changed()).toEqual([{ what: 'cover_changed', uploaded: true }])

    await publish()
    expect((await shown(2)).cover).toEqual(body.cover)
    const { body: mine } = await lms.call(
      'learning',
      people.enrolled,
      'GET',
      '/my/courses?limit=50',
    )
    const own = mine.items.find(({ course }: { course: { id: string } }) => {
      return course.id === world.courseId
    })
    expect(own.course.cover).toEqual(body.cover)
    expect(await changed()).toEqual([])
  })

  it('keeps its address from version to version, and gives way to the generated one', async () => {
    const { id: fileId } = await picture()
    const { body } = await choose({ fileId, focus: 50 })
    await publish()
    await publish()
    expect((await shown(3)).cover.folder).toBe(body.cover.folder)

    await choose(null)
    expect(await changed()).toEqual([{ what: 'cover_changed', uploaded: false }])
    await publish()
    expect((await shown(4)).cover).toBeNull()
    const { body: history } = await teach('GET', '/versions?limit=1')
    expect(history.items[0].changes).toEqual([{ what: 'cover_changed', uploaded: false }])
  })

  it('is a picture of this very course, that somebody has looked at', async () => {
    const ofOther = await fileIn(courseFileOf().courseId, { state: 'ready', type: 'jpeg', image })
    const arriving = await fileIn(world.courseId, {})
    const pdf = await fileIn(world.courseId, { state: 'ready', type: 'pdf' })
    for (const { id } of [ofOther, arriving])
      expect((await choose({ fileId: id, focus: 50 })).status).toBe(404)
    const refused = await choose({ fileId: pdf.id, focus: 50 })
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'body.cover.fileId' }] } },
    })
    for (const focus of [-1, 101, 0.5])
      expect((await choose({ fileId: pdf.id, focus })).status).toBe(400)
    expect((await teach('GET')).body.course.cover).toBeNull()
  })

  it.each(['gif', 'webp'] as const)('stands still, though its %s may move', async (type) => {
    const { id: fileId } = await picture({ type })
    expect((await choose({ fileId, focus: 50 })).body.cover.formats).toEqual([])
  })

  it('is not deleted while it is the draft’s, or learners see it', async () => {
    const { id: fileId } = await picture()
    const remove = () => teach('DELETE', `/files/${fileId}`)
    const refused = { status: 409, body: { error: { reason: { code: 'file_is_cover' } } } }
    await choose({ fileId, focus: 50 })
    expect(await remove()).toMatchObject(refused)
    await publish()
    await choose(null)
    expect(await remove()).toMatchObject(refused)
    await publish()
    expect((await remove()).status).toBe(204)

    // Whoever goes back to the version that had it sees the generated one.
    const back = await teach('PUT', '/live', { version: 2, instead: 3 })
    expect(back.status).toBe(200)
    expect((await shown(2)).cover).toBeNull()
  })

  it('tells of somebody who changed it meanwhile', async () => {
    const { id: fileId } = await picture()
    const { revision } = (await choose({ fileId, focus: 50 })).body
    await choose({ fileId, focus: 10 })
    const late = await teach('PATCH', '', { cover: { fileId, focus: 90 }, revision })
    expect(late.status).toBe(409)
    expect((await teach('GET')).body.course.cover.focus).toBe(10)
  })
})
