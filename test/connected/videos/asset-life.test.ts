import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentKeys, Playback } from '#contract/courses/content'
import { transition } from '#core/videos/life/asset-state'
import { type FfmpegTools, findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { PRICE } from '#test/support/asset'
import { asWritten, saysInEnglish, whyOf } from '#test/support/said'
import { COURSE_ID } from '#test/unit/videos/pipeline-doubles'
import { clipMaker } from './clips.ts'
import { GEOMETRY_ID, type PipelineCloud, startPipelineCloud } from './pipeline-cloud.ts'

let tools: FfmpegTools
let clips: ReturnType<typeof clipMaker>
let clipDirectory: string
let root: string
let cloud: PipelineCloud

beforeAll(async () => {
  tools = await findFfmpeg()
  clipDirectory = await mkdtemp(join(tmpdir(), 'lectern-clips-'))
  clips = clipMaker(tools, clipDirectory)
})
afterAll(() => rm(clipDirectory, { recursive: true, force: true }))
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-life-'))
  cloud = await startPipelineCloud(root, tools)
})
afterEach(async () => {
  await cloud.close()
  await rm(root, { recursive: true, force: true })
})

const within = { timeout: 60_000, interval: 100 }
const KEY = 'linear-algebra/lecture.mp4'
const stateIs = (state: string, at = 0) =>
  expect
    .poll(() => {
      const asset = cloud.assets()[at]
      return cloud.failures[0] ?? (asset && `${asset.state} ${asset.version}`)
    }, within)
    .toBe(state)
const only = () => {
  const [asset] = cloud.assets()
  if (!asset) throw new Error('There is no asset')
  return asset
}
const read = async (key: string) => {
  const object = await cloud.s3.send(new GetObjectCommand({ Bucket: 'content', Key: key }))
  return (await object.Body?.transformToString()) ?? ''
}
const playback = async () =>
  Playback.parse(JSON.parse(await read(contentKeys.playback(COURSE_ID, only().id))))
const jobCount = () => cloud.events.filter(({ detail }) => detail.status === 'PROGRESSING').length

/** Makers, for the clips are all made under one name. */
const replaceBy = async (make: () => Promise<string>) => {
  await cloud.upload(await clips.lecture('320x240', 2), KEY)
  await stateIs('ready 1')
  await cloud.upload(await make(), KEY)
}

describe('A video that is put again under its key', () => {
  it('plays as before until its next version is ready, from the same addresses', async () => {
    await replaceBy(() => clips.lecture('426x240', 3))
    await expect.poll(() => only().version, within).toBe(2)
    const during = await playback()
    await stateIs('ready 2')
    expect(during.version).toBe(1)
    expect(await playback()).toMatchObject({ version: 2, hlsUrl: during.hlsUrl })
  }, 60_000)

  it('keeps its old version, and says so, when the new file is none', async () => {
    await replaceBy(() => clips.text())
    await stateIs('rejected 2')
    expect(only().liveVersion).toBe(1)
    expect(whyOf(only())).toMatch(/learners see the version before\.$/)
    expect((await playback()).version).toBe(1)
  }, 60_000)
})

it('the same bytes in another course are ready without a job, and lead nowhere but there', async () => {
  const file = await clips.lecture('320x240', 2)
  await cloud.upload(file, KEY)
  await stateIs('ready 1')
  const jobs = jobCount()
  await cloud.upload(file, 'geometry/intro.mp4')
  await stateIs('ready 1', 1)
  const [first, second] = cloud.assets()
  if (!first || !second) throw new Error('There are not two assets')
  expect(second).toMatchObject({
    courseId: GEOMETRY_ID,
    reusedFrom: first.id,
    estimatedCostUsd: 0,
  })
  expect(jobCount()).toBe(jobs)
  const namesIn = (courseId: typeof COURSE_ID, id: typeof first.id) =>
    cloud
      .keysOf('content')
      .flatMap((key) => key.split(contentKeys.media(courseId, id))[1] ?? [])
      .sort()
  expect(namesIn(GEOMETRY_ID, second.id)).toEqual(namesIn(COURSE_ID, first.id))
  // A learner of geometry has cookies for `/content/<geometry>/*`: nothing there names another course.
  const texts = cloud
    .keysOf('content')
    .filter((key) => key.startsWith(contentKeys.course(GEOMETRY_ID)))
    .filter((key) => /\.(m3u8|mpd|json|vtt)$/.test(key))
  expect(texts.length).toBeGreaterThan(3)
  for (const key of texts) {
    const text = await read(key)
    expect(text).not.toContain(COURSE_ID)
    expect(text).not.toContain(first.id)
  }
}, 60_000)

it('what the budget holds back is encoded once it is released', async () => {
  cloud.policy.current = { monthlyBudgetUsd: 0, release: 'authors', price: PRICE }
  await cloud.upload(await clips.lecture('320x240', 2), KEY)
  await stateIs('held 1')
  expect(jobCount()).toBe(0)
  cloud.put(
    transition(
      only(),
      { type: 'released', note: asWritten('Released.') },
      new Date().toISOString(),
    ),
  )
  await cloud.command('encode')
  await stateIs('ready 1')
}, 60_000)

it('a job that is cancelled stops, and the video can be tried again', async () => {
  await cloud.upload(await clips.lecture('1280x720', 10), KEY)
  await stateIs('transcoding 1')
  cloud.put(transition(only(), { type: 'cancelled' }, new Date().toISOString()))
  await cloud.command('cancel')
  await expect
    .poll(() => cloud.events.map(({ detail }) => detail.status), within)
    .toContain('CANCELED')
  expect(only()).toMatchObject({ state: 'failed', reason: saysInEnglish(/Retry/) })
  cloud.put(transition(only(), { type: 'retried' }, new Date().toISOString()))
  await cloud.command('encode')
  await stateIs('transcoding 1')
  expect(only().attempt).toBe(2)
}, 60_000)

it('a deletion, also in the midst of encoding, leaves no object', async () => {
  await cloud.upload(await clips.lecture('1280x720', 10), KEY)
  await cloud.s3.send(
    new PutObjectCommand({ Bucket: 'ingest', Key: KEY.replace('.mp4', '.en.vtt'), Body: 'WEBVTT' }),
  )
  await stateIs('transcoding 1')
  cloud.put(transition(only(), { type: 'deleting' }, new Date().toISOString()))
  await cloud.command('delete')
  expect(cloud.assets()).toEqual([])
  expect(cloud.keysOf('ingest')).toEqual([])
  expect(cloud.keysOf('content')).toEqual([])
}, 60_000)

it('a job whose end nobody heard of is found by the watch', async () => {
  cloud.hears.jobs = false
  await cloud.upload(await clips.lecture('320x240', 2), KEY)
  await expect.poll(() => cloud.events.at(-1)?.detail.status, within).toBe('COMPLETE')
  expect(only().state).toBe('queued')
  expect(await cloud.findStuckAt(new Date(Date.now() + 60 * 60_000))).toEqual({
    stuck: 1,
    errors: [],
  })
  await stateIs('ready 1')
}, 60_000)
