import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CancelJobCommand, CreateJobCommand, GetJobCommand } from '@aws-sdk/client-mediaconvert'
import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobSettings } from '#adapters/transcoder/job-settings'
import { chooseRungs } from '#core/videos/encode/ladder'
import { type FfmpegTools, findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { sourceFacts } from '#test/support/asset'
import { whyOf } from '#test/support/said'
import { clipMaker } from './clips.ts'
import { type PipelineCloud, startPipelineCloud } from './pipeline-cloud.ts'

const run = promisify(execFile)

let tools: FfmpegTools
let clips: ReturnType<typeof clipMaker>
let clipDirectory: string

beforeAll(async () => {
  tools = await findFfmpeg()
  clipDirectory = await mkdtemp(join(tmpdir(), 'lectern-clips-'))
  clips = clipMaker(tools, clipDirectory)
})
afterAll(() => rm(clipDirectory, { recursive: true, force: true }))

let root: string
let cloud: PipelineCloud
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-pipeline-'))
  cloud = await startPipelineCloud(root, tools)
})
afterEach(async () => {
  await cloud.close()
  await rm(root, { recursive: true, force: true })
})

/** Of the first picture, 0–255. */
async function brightness(file: string): Promise<number | undefined> {
  const onePixel = ['-frames:v', '1', '-vf', 'scale=1:1', '-pix_fmt', 'gray', '-f', 'rawvideo', '-']
  const args = ['-v', 'error', '-i', file, ...onePixel]
  return (await run(tools.ffmpeg, args, { encoding: 'buffer' })).stdout[0]
}

const within = { timeout: 60_000, interval: 100 }
const assetIs = (state: string) =>
  expect.poll(() => cloud.failures[0] ?? cloud.assets()[0]?.state, within).toBe(state)

describe('A file put into the ingest bucket', () => {
  it('becomes a ready lecture: manifests, segments and poster in the content bucket', async () => {
    await cloud.upload(await clips.lecture())
    await assetIs('ready')
    const [asset] = cloud.assets()
    expect(asset?.rungs.map(({ name }) => name)).toEqual(['240p', '360p'])
    const types = await Promise.all(
      [asset?.hlsUrl, asset?.dashUrl, asset?.posterUrl].map(async (url) => {
        const Key = (url ?? '').slice(1)
        return (await cloud.s3.send(new HeadObjectCommand({ Bucket: 'content', Key }))).ContentType
      }),
    )
    expect(types).toEqual(['application/vnd.apple.mpegurl', 'application/dash+xml', 'image/jpeg'])
    await expect
      .poll(async () => {
        const source = { Bucket: 'ingest', Key: 'linear-algebra/lecture.mp4' }
        const { TagSet } = await cloud.s3.send(new GetObjectTaggingCommand(source))
        return Object.fromEntries((TagSet ?? []).map(({ Key, Value }) => [Key, Value]))
      }, within)
      .toEqual({ 'lectern-asset': asset?.id, 'lectern-state': 'ready' })
  }, 90_000)

  it('gets a poster from after its opening, which is often black', async () => {
    const clip = await clips.opensBlack()
    await cloud.upload(clip)
    await assetIs('ready')
    const Key = (cloud.assets()[0]?.posterUrl ?? '').slice(1)
    const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket: 'content', Key }))
    const poster = join(root, 'poster.jpg')
    await writeFile(poster, (await Body?.transformToByteArray()) ?? '')
    expect(await brightness(clip)).toBeLessThan(20)
    expect(await brightness(poster)).toBeGreaterThan(230)
  }, 90_000)

  it('is encoded once, however often it is put', async () => {
    const file = await clips.lecture()
    await cloud.upload(file)
    await assetIs('ready')
    const copy = { Bucket: 'ingest', Key: 'linear-algebra/again.mp4' }
    await cloud.upload(file, copy.Key)
    await expect
      .poll(async () => {
        const { TagSet } = await cloud.s3.send(new GetObjectTaggingCommand(copy))
        return TagSet?.find(({ Key }) => Key === 'lectern-state')?.Value
      }, within)
      .toBe('ready')
    const [first, second] = cloud.assets()
    expect(second).toMatchObject({ sourceKey: copy.Key, reusedFrom: first?.id })
    expect(cloud.events.filter(({ detail }) => detail.status === 'COMPLETE')).toHaveLength(1)
  }, 90_000)

  it.each([
    ['text', /not a video that can be read/],
    ['withoutEnd', /cut off/],
    ['withoutPictures', /cut off/],
    ['matroskaCut', /cut off/],
    ['soundAlone', /no picture/],
    ['protectedByDrm', /protected against copying/],
  ] as const)('is rejected with a sentence when it is bad: %s', async (kind, sentence) => {
    await cloud.upload(await clips[kind]())
    await assetIs('rejected')
    expect(whyOf(cloud.assets()[0])).toMatch(sentence)
    expect(cloud.events).toEqual([])
  })

  it('fails with a sentence when only its encoding shows that the end is missing', async () => {
    await cloud.upload(await clips.unsizedCut())
    await assetIs('failed')
    expect(whyOf(cloud.assets()[0])).toMatch(/ends after .* Check that the original plays/)
  })
})

describe('A job', () => {
  const createJob = async (key: string) => {
    const source = sourceFacts({ durationSeconds: 10, width: 1280, height: 720 })
    const job = {
      assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
      courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
      version: 1,
      attempt: 1,
      input: { bucket: 'ingest', key },
      source,
      rungs: chooseRungs(source),
      normaliseLoudness: true,
    } as const
    const { Job } = await cloud.client().send(
      new CreateJobCommand({
        Role: 'arn:aws:iam::000000000000:role/media',
        ClientRequestToken: job.assetId,
        UserMetadata: { deploymentId: 'theirs', assetId: job.assetId },
        Settings: jobSettings(job, 'content'),
      }),
    )
    return Job?.Id ?? ''
  }
  const statuses = () => cloud.events.map(({ detail }) => detail.status)
  const stateOf = async (Id: string) =>
    (await cloud.client().send(new GetJobCommand({ Id }))).Job?.Status

  // Captions are left alone by the ingest, so that the job of the test is the only one.
  const uploadQuietly = async () =>
    cloud.upload(await clips.lecture('1280x720', 10), 'linear-algebra/source.vtt')

  it('that a restart interrupted begins again and completes', async () => {
    await uploadQuietly()
    const id = await createJob('linear-algebra/source.vtt')
    await expect.poll(statuses, within).toContain('STATUS_UPDATE')
    await cloud.restartTranscoder()
    await expect.poll(statuses, within).toContain('COMPLETE')
    expect(statuses().filter((status) => status === 'ERROR')).toEqual([])
    expect(await stateOf(id)).toBe('COMPLETE')
  }, 90_000)

  it('that is cancelled stops, says so, and cannot be cancelled again', async () => {
    await uploadQuietly()
    const id = await createJob('linear-algebra/source.vtt')
    await expect.poll(statuses, within).toContain('PROGRESSING')
    await cloud.client().send(new CancelJobCommand({ Id: id }))
    await expect.poll(statuses, within).toContain('CANCELED')
    expect(await stateOf(id)).toBe('CANCELED')
    await expect(cloud.client().send(new CancelJobCommand({ Id: id }))).rejects.toThrow(
      'has ended already',
    )
  }, 90_000)

  it('that is asked for twice with one token is one job', async () => {
    await uploadQuietly()
    const id = await createJob('linear-algebra/source.vtt')
    expect(await createJob('linear-algebra/source.vtt')).toBe(id)
    await cloud.client().send(new CancelJobCommand({ Id: id }))
  })

  it('whose source is gone ends in an error', async () => {
    await createJob('linear-algebra/gone.mp4')
    await expect.poll(statuses, within).toEqual(['PROGRESSING', 'ERROR'])
  })
})
