import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { searchText } from '#contract/articles/search-text'
import { contentKeys } from '#contract/courses/content'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, readyAsset, type World } from '#test/support/world'

let lms: Lms
let world: World
let base: string
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())
beforeEach(async () => {
  world = await makeWorld(lms)
  base = `/teaching/courses/${world.courseId}`
})

const teach = async (method: string, path: string, body?: unknown) => {
  const answer = await lms.call('teaching', people.owner, method, `${base}${path}`, body)
  expect(answer.status, `${method} ${path}`).toBeLessThan(300)
  return answer.body
}
const addLesson = async (lesson: object): Promise<string> =>
  (await teach('POST', `/modules/${world.moduleId}/lessons`, lesson)).id

describe('a preview of the draft', () => {
  it('shows what is not published, while learners have what is', async () => {
    const { lessonId } = world
    await teach('PATCH', `/lessons/${lessonId}`, { title: 'Read me now', text: 'New words' })
    const more = await addLesson({ kind: 'article', title: 'More', text: 'Not public' })
    const { modules } = await teach('GET', '/preview')
    expect(modules).toMatchObject([
      {
        ...{ id: world.moduleId, title: 'One' },
        lessons: [
          { id: lessonId, title: 'Read me now', kind: 'article', durationSeconds: null },
          { id: more, title: 'More' },
        ],
      },
    ])
    expect(JSON.stringify(modules)).not.toContain('Not public')
    const { shown, problem } = await teach('GET', `/preview/${lessonId}`)
    expect(problem).toBeNull()
    expect(shown).toMatchObject({ line: { title: 'Read me now' }, content: { kind: 'article' } })
    expect(searchText(shown.content.text)).toBe('New words')
    const learned = await lms.call(
      'learning',
      people.enrolled,
      'POST',
      `/my/courses/${world.courseId}/session`,
    )
    expect(learned.body.version).toBe(1)
  })

  it('fetches a video where its teachers do, below no address of learners', async () => {
    const { assetId, courseId } = world
    const lessonId = await addLesson({ kind: 'video', title: 'Kernel', assetId })
    const { shown } = await teach('GET', `/preview/${lessonId}`)
    expect(shown.content.playbackUrl).toBe(`/${contentKeys.playback(courseId, assetId)}`)
    expect(shown.line.durationSeconds).toBeGreaterThan(0)
    const { modules } = await teach('GET', '/preview')
    expect(modules[0].lessons[1].durationSeconds).toBe(shown.line.durationSeconds)
  })

  it('lists what cannot be shown yet, and says why', async () => {
    const empty = await addLesson({ kind: 'video', title: 'Film' })
    const asset = readyAsset(world.courseId, {
      ...{ state: 'transcoding', liveVersion: null, sourceKey: `${world.courseId}/early.mp4` },
    })
    await createAssetRepository(lms.table).create(asset, { etag: asset.id, sequencer: '01' })
    const early = await addLesson({ kind: 'video', title: 'Early', assetId: asset.id })
    const { modules } = await teach('GET', '/preview')
    expect(modules[0].lessons.slice(1)).toMatchObject([
      { id: empty, title: 'Film', durationSeconds: null },
      { id: early, title: 'Early', durationSeconds: null },
    ])
    expect(await teach('GET', `/preview/${empty}`)).toEqual({
      shown: null,
      problem: { code: 'lesson_lacks_video', params: { lesson: 'Film' } },
    })
    expect(await teach('GET', `/preview/${early}`)).toMatchObject({
      problem: { code: 'lesson_video_in_work' },
    })
  })

  it('keeps a gate that is open by now, since it was not at every time', async () => {
    const audience = { who: 'members', from: '2026-01-01T00:00:00.000Z' }
    await teach('PATCH', `/lessons/${world.lessonId}`, { audience })
    const { modules } = await teach('GET', '/preview')
    expect(modules[0].lessons[0].audience).toEqual(audience)
  })

  it('is for those alone who teach the course, and writes nothing', async () => {
    await teach('PATCH', `/lessons/${world.lessonId}`, { text: 'Secret words' })
    const bus = mockClient(EventBridgeClient).on(PutEventsCommand).resolves({})
    const changed = await lms.watch()
    for (const path of ['/preview', `/preview/${world.lessonId}`]) {
      const asked = async (who: keyof typeof people) => {
        const { status, body } = await lms.call('teaching', people[who], 'GET', `${base}${path}`)
        if (status >= 300) expect(JSON.stringify(body)).not.toContain('Secret')
        return status
      }
      expect(await asked('nobody'), path).toBe(401)
      expect(await asked('learner'), path).toBe(404)
      expect(await asked('enrolled'), path).toBe(404)
      expect(await asked('stranger'), path).toBe(404)
      expect(await asked('owner'), path).toBe(200)
      expect(await asked('admin'), path).toBe(200)
    }
    expect(await changed()).toEqual([])
    expect(bus.calls()).toEqual([])
  })

  it('finds no lesson of another course', async () => {
    const other = await makeWorld(lms)
    const { status } = await lms.call(
      'teaching',
      people.owner,
      'GET',
      `${base}/preview/${other.lessonId}`,
    )
    expect(status).toBe(404)
  })
})
