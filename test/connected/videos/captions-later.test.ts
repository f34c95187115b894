import { CreateJobCommand, MediaConvertClient, ProbeCommand } from '@aws-sdk/client-mediaconvert'
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentKeys, Playback } from '#contract/courses/content'
import { AssetId, CourseId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import type { ObjectCreated } from '#contract/videos/events'
import { type Lms, startLms } from '#test/support/lms'
import { handTo } from '#test/support/queue-event'
import { saysInEnglish } from '#test/support/said'
import { people } from '#test/support/world'

/** What the media workers find in their environment, beside what the API's functions do. */
const ENVIRONMENT = {
  MEDIACONVERT_ROLE_ARN: 'arn:aws:iam::000000000000:role/media',
}
const CAPTIONS = 'WEBVTT\n\n00:01.000 --> 00:02.000\n'

let lms: Lms
let s3: S3Client
let workers: Record<'ingest' | 'status', (event: unknown) => Promise<void>>
const mediaConvert = mockClient(MediaConvertClient)
let sequence = 0

beforeAll(async () => {
  Object.assign(process.env, ENVIRONMENT)
  lms = await startLms()
  s3 = new S3Client({})
  workers = {
    ingest: handTo((await import('#functions/media-ingest/index')).handler),
    status: handTo((await import('#functions/media-status/index')).handler),
  }
})
afterAll(() => lms?.close())
beforeEach(() => {
  mediaConvert.reset()
  mediaConvert.on(CreateJobCommand).resolves({ Job: { Id: 'job-1', Role: 'role', Settings: {} } })
  mediaConvert.on(ProbeCommand).resolves({
    ProbeResults: [
      {
        Container: {
          Format: 'mp4',
          Duration: 60,
          Tracks: [
            {
              TrackType: 'video',
              Codec: 'AVC',
              Duration: 60,
              VideoProperties: {
                Width: 640,
                Height: 360,
                FrameRate: { Numerator: 30, Denominator: 1 },
              },
            },
          ],
        },
      },
    ],
  })
})

/** Writes an object and lets the ingest hear of it, as S3 does. */
async function put(key: string, body: string): Promise<void> {
  const { ETag = '' } = await s3.send(
    new PutObjectCommand({ Bucket: 'ingest', Key: key, Body: body }),
  )
  sequence += 1
  const event: ObjectCreated = {
    id: `event-${sequence}`,
    time: new Date().toISOString(),
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: {
      bucket: { name: 'ingest' },
      object: {
        key,
        size: body.length,
        etag: ETag.replaceAll('"', ''),
        sequencer: String(sequence).padStart(18, '0'),
      },
      reason: 'PutObject',
    },
  }
  await workers.ingest(event)
}

async function makeCourse(title: string) {
  const { body } = await lms.call('teaching', people.owner, 'POST', '/teaching/courses', { title })
  const courseId = CourseId.parse(body.id)
  const base = `/teaching/courses/${courseId}`
  const assets = async (): Promise<Asset[]> => {
    const { body } = await lms.call('teaching', people.owner, 'GET', `${base}/assets`)
    return body.items
  }
  const readText = async (key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'content', Key: key }))
    return (await Body?.transformToString()) ?? ''
  }
  return {
    slug: String(body.slug),
    assets,
    draft: async () => (await lms.call('teaching', people.owner, 'GET', base)).body.modules,
    /** The encoder's files, and its word that it is done. */
    async finishJob() {
      const [asset] = await assets()
      const assetId = AssetId.parse(asset?.id)
      const files = {
        'index.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nindex_240p.m3u8\n',
        'index.mpd': '<MPD><Period></Period></MPD>',
        'poster.0000000.jpg': 'a picture',
      }
      for (const [name, Body] of Object.entries(files)) {
        const Key = `${contentKeys.encode(courseId, assetId, 1)}${name}`
        await s3.send(new PutObjectCommand({ Bucket: 'content', Key, Body }))
      }
      await workers.status({
        id: 'done',
        time: new Date().toISOString(),
        source: 'aws.mediaconvert',
        'detail-type': 'MediaConvert Job State Change',
        detail: {
          timestamp: Date.now(),
          jobId: 'job-1',
          status: 'COMPLETE',
          userMetadata: {
            deploymentId: process.env.DEPLOYMENT_ID,
            assetId,
            version: '1',
            attempt: '1',
          },
        },
      })
    },
    async published() {
      const [asset] = await assets()
      const assetId = AssetId.parse(asset?.id)
      return {
        playback: Playback.parse(
          JSON.parse(await readText(contentKeys.playback(courseId, assetId))),
        ),
        playlist: await readText(contentKeys.hls(courseId, assetId)),
        read: (address: string) => readText(`${contentKeys.media(courseId, assetId)}${address}`),
      }
    },
  }
}

async function stateOf(key: string) {
  const { TagSet = [] } = await s3.send(new GetObjectTaggingCommand({ Bucket: 'ingest', Key: key }))
  return TagSet.find(({ Key }) => Key === 'lectern-state')?.Value
}

const jobs = () => mediaConvert.commandCalls(CreateJobCommand)

describe('Captions in the ingest bucket', () => {
  it('that were there before their video play with it', async () => {
    const course = await makeCourse('Captions first')
    const key = `${course.slug}/lecture.en.vtt`
    await put(key, `${CAPTIONS}Hello\n`)
    expect(await stateOf(key)).toBe('waiting')
    await put(`${course.slug}/lecture.mp4`, 'one video')
    expect(await stateOf(key)).toBe('applied')
    await course.finishJob()
    const { playback, playlist, read } = await course.published()
    expect(playback.captions).toMatchObject([{ language: 'en', label: 'English' }])
    expect(playlist).toContain('URI="captions/en.1.v1.m3u8"')
    expect(await read(playback.captions[0]?.url ?? '')).toContain('Hello')
  })

  it('that come later, or again, are there at once and without another job', async () => {
    const course = await makeCourse('Captions last')
    await put(`${course.slug}/lecture.mp4`, 'another video')
    await course.finishJob()
    await put(`${course.slug}/lecture.es.srt`, '1\n00:00:01,000 --> 00:00:02,000\nHola\n')
    await put(`${course.slug}/lecture.es.srt`, '1\n00:00:01,000 --> 00:00:02,000\nBuenas\n')
    await put(`${course.slug}/lecture.chapters.vtt`, `${CAPTIONS}Kernel\n`)
    const { playback, playlist, read } = await course.published()
    expect(playlist).toContain('LANGUAGE="es"')
    expect(await read(playback.captions[0]?.url ?? '')).toContain('Buenas')
    expect(playback.chapters.map(({ title }) => title)).toEqual(['Start', 'Kernel'])
    expect(jobs()).toHaveLength(1)
  })

  it('that are bad are seen among the videos with the line, until they are mended', async () => {
    const course = await makeCourse('Captions mended')
    await put(`${course.slug}/lecture.mp4`, 'a third video')
    await put(`${course.slug}/lecture.en.vtt`, 'WEBVTT\n\n00:05.000 --> 00:02.000\nx\n')
    expect(await course.assets()).toMatchObject([
      { fileName: 'lecture.en.vtt', state: 'rejected', reason: saysInEnglish(/^Line 3/) },
      { fileName: 'lecture.mp4' },
    ])
    await put(`${course.slug}/lecture.en.vtt`, `${CAPTIONS}Hello\n`)
    expect(await course.assets()).toMatchObject([
      { fileName: 'lecture.mp4', captionLanguages: ['en'] },
    ])
    expect(jobs()).toHaveLength(1)
  })
})

it('A manifest names what files do not, whichever came first', async () => {
  const course = await makeCourse('Manifest')
  const manifest = `modules:
  - folder: 02 Maps
    title: Linear maps
    lessons:
      - file: 03 Kernel.mp4
        title: The kernel
        captions:
          - { file: words.vtt, language: fr }
`
  await put(`${course.slug}/lectern.yaml`, manifest)
  await put(`${course.slug}/02 Maps/words.vtt`, `${CAPTIONS}Bonjour\n`)
  await put(`${course.slug}/02 Maps/03 Kernel.mp4`, 'a fourth video')
  await course.finishJob()
  expect(await course.draft()).toMatchObject([
    { title: 'Linear maps', position: 1, lessons: [{ title: 'The kernel', position: 1 }] },
  ])
  expect((await course.published()).playback.captions).toMatchObject([{ language: 'fr' }])
  await put(`${course.slug}/lectern.yaml`, manifest.replace('The kernel', 'Kernels'))
  expect(await course.draft()).toMatchObject([{ lessons: [{ title: 'Kernels' }] }])
})
