import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { Parser } from 'm3u8-parser'
import { parse as parseMpd } from 'mpd-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createSourceFiles } from '#adapters/storage/source-files'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import type { SourceFacts } from '#contract/videos/asset'
import { chooseRungs } from '#core/videos/encode/ladder'
import type { Transcoder } from '#core/videos/ports'
import { startMediaConvert } from '#local/media-convert/server'
import { type FfmpegTools, findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { startS3 } from '#local/s3/server'
import { sourceOf } from '#test/support/asset'
import { clipMaker } from './clips.ts'

const run = promisify(execFile)
const region = 'us-east-1'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }

let root: string
let tools: FfmpegTools
let clips: ReturnType<typeof clipMaker>
let s3: S3Client
let transcoder: Transcoder
let version = 0
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-odd-'))
  tools = await findFfmpeg()
  clips = clipMaker(tools, root)
  const storage = await startS3({
    port: 0,
    dataDir: join(root, 's3'),
    region,
    credentials,
    buckets: [{ name: 'ingest' }, { name: 'content' }],
    onEvent: () => {},
  })
  const service = await startMediaConvert({
    port: 0,
    s3: { endpoint: storage.url, region, credentials },
    workDir: join(root, 'media-convert'),
    ...tools,
    publish: () => {},
  })
  s3 = new S3Client({ region, credentials, endpoint: storage.url, forcePathStyle: true })
  transcoder = createMediaConvertTranscoder({
    client: new MediaConvertClient({ region, credentials, endpoint: service.url }),
    contentBucket: 'content',
    roleArn: 'arn:aws:iam::000000000000:role/media',
    deploymentId: 'ours',
  })
  closing.push(
    () => service.close(),
    () => storage.close(),
  )
})
afterAll(async () => {
  s3.destroy()
  for (const close of closing) await close()
  await rm(root, { recursive: true, force: true })
})

/** The whole way of a clip through the service: looked at, encoded, and what came out fetched. */
async function encoded(file: string): Promise<{ source: SourceFacts; directory: string }> {
  const key = basename(file)
  version += 1
  await s3.send(new PutObjectCommand({ Bucket: 'ingest', Key: key, Body: await readFile(file) }))
  const { size } = await stat(file)
  const structure = await createSourceFiles(s3, 'ingest').readStructure(key, size)
  const source = sourceOf(await transcoder.probe('ingest', key), structure)
  const submitted = await transcoder.submit({
    assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
    courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
    version,
    attempt: 1,
    input: { bucket: 'ingest', key },
    source,
    rungs: chooseRungs(source),
    normaliseLoudness: true,
  })
  if (submitted.kind === 'refused') throw new Error(submitted.detail)
  const { jobId } = submitted
  await expect
    .poll(() => transcoder.find(jobId), { timeout: 60_000, interval: 100 })
    .toMatchObject({ status: expect.stringMatching(/complete|error/) })
  expect(await transcoder.find(jobId)).toMatchObject({ status: 'complete', error: null })
  return { source, directory: await fetchOutputs(key) }
}

async function fetchOutputs(name: string): Promise<string> {
  const directory = await mkdtemp(join(root, `${name}-`))
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: 'content', Prefix: 'content/' }),
  )
  const newest = Contents.map(({ Key = '' }) => Key).filter((key) => key.includes(`/v${version}/`))
  await Promise.all(
    newest.map(async (Key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'content', Key }))
      await writeFile(join(directory, basename(Key)), (await Body?.transformToByteArray()) ?? '')
    }),
  )
  return directory
}

const Stream = z.object({
  streams: z.tuple([
    z.object({
      width: z.number(),
      height: z.number(),
      pix_fmt: z.string(),
      avg_frame_rate: z.string(),
      sample_aspect_ratio: z.string(),
      color_space: z.string(),
      color_transfer: z.string(),
      color_range: z.string(),
      field_order: z.string(),
    }),
  ]),
})

/** What ffprobe says of the first segment of the lowest rung. */
async function pictureOf(directory: string) {
  const file = join(directory, 'begin.mp4')
  const parts = ['index_0_init.mp4', 'index_0_000000001.m4s'].map((name) =>
    readFile(join(directory, name)),
  )
  await writeFile(file, Buffer.concat(await Promise.all(parts)))
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_streams', '-of', 'json']
  const { stdout } = await run(tools.ffprobe, [...args, file])
  return Stream.parse(JSON.parse(stdout)).streams[0]
}

const WEB_READY = {
  pix_fmt: 'yuv420p',
  sample_aspect_ratio: '1:1',
  color_range: 'tv',
  field_order: 'progressive',
}
const BT_709 = { color_space: 'bt709', color_transfer: 'bt709' }
/** What players take small pictures for that do not say, and now say. */
const BT_601 = { color_space: 'smpte170m', color_transfer: 'smpte170m' }

async function manifests(directory: string) {
  const parser = new Parser()
  const master = await readFile(join(directory, 'index.m3u8'), 'utf8')
  parser.push(master)
  parser.end()
  const mpd = await readFile(join(directory, 'index.mpd'), 'utf8')
  return {
    master,
    hls: parser.manifest,
    mpd,
    dash: parseMpd(mpd, { manifestUri: 'http://local/' }),
  }
}

describe('An odd source', () => {
  it.each([
    ['portrait', { width: 240, height: 426, avg_frame_rate: '30/1' }],
    ['square', { width: 240, height: 240, avg_frame_rate: '25/1' }],
    ['anamorphic', { width: 426, height: 240, avg_frame_rate: '25/1' }],
    ['camera', { width: 426, height: 240, avg_frame_rate: '25/1' }],
    ['film', { width: 426, height: 240, avg_frame_rate: '24000/1001' }],
    ['fast', { width: 426, height: 240, avg_frame_rate: '60/1' }],
    ['fastest', { width: 320, height: 180, avg_frame_rate: '60/1' }],
    // 20.7 on average, as its last frame is short.
    ['variable', { width: 426, height: 240, avg_frame_rate: '24000/1001' }],
    ['tenBits', { width: 426, height: 240, avg_frame_rate: '30/1' }],
    ['turned', { width: 240, height: 426, avg_frame_rate: '30/1' }],
    ['interlaced', { width: 294, height: 240, avg_frame_rate: '25/1' }],
  ] as const)(
    'comes out as every browser plays it: %s',
    async (clip, picture) => {
      const { source, directory } = await encoded(await clips[clip]())
      expect(await pictureOf(directory)).toMatchObject({ ...WEB_READY, ...BT_601, ...picture })
      const { hls, dash } = await manifests(directory)
      expect(hls.playlists).toHaveLength(chooseRungs(source).length)
      expect(dash.duration).toBeGreaterThan(1.8)
      expect(dash.duration).toBeLessThan(2.3)
    },
    60_000,
  )

  it('from a telephone, ten bits and HDR, becomes ordinary colours', async () => {
    const { source, directory } = await encoded(await clips.telephone())
    expect(source).toMatchObject({ container: 'quicktime', videoCodec: 'HEVC' })
    expect(await pictureOf(directory)).toMatchObject({ ...WEB_READY, ...BT_709 })
  }, 60_000)

  it('in WebM keeps its sound', async () => {
    const { source, directory } = await encoded(await clips.web())
    expect(source).toMatchObject({ container: 'webm', videoCodec: 'VP8' })
    const { master } = await manifests(directory)
    expect(master).toContain('URI="index_audio1.m3u8"')
  }, 60_000)

  it('that a browser recorded, without a length, is encoded whole', async () => {
    const { source, directory } = await encoded(await clips.recorded())
    expect(source).toMatchObject({ container: 'webm' })
    expect(source.durationSeconds).toBeCloseTo(2, 1)
    expect(source.frameRate).toBeCloseTo(30, 0)
    const { dash } = await manifests(directory)
    expect(dash.duration).toBeCloseTo(2, 0)
  }, 60_000)

  it('whose sound starts late is no damaged one', async () => {
    const { directory } = await encoded(await clips.lateSound())
    const { dash, hls } = await manifests(directory)
    expect(dash.duration).toBeGreaterThan(4.8)
    // As long as all of it, and silent at first.
    const sound = await readFile(join(directory, 'index_audio1.m3u8'), 'utf8')
    const seconds = [...sound.matchAll(/#EXTINF:([\d.]+)/g)].map(([, length]) => Number(length))
    expect(seconds.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(4.8)
    expect(hls.playlists).not.toEqual([])
  }, 60_000)

  it('with a track that nobody can decode has the others, by their own numbers', async () => {
    const { source, directory } = await encoded(await clips.unknownSound())
    expect(source.audio).toEqual([{ language: 'en', channels: 1 }])
    const { master } = await manifests(directory)
    expect(master).toContain('LANGUAGE="en"')
  }, 60_000)

  it('without sound asks for none', async () => {
    const { source, directory } = await encoded(await clips.silent())
    expect(source.audio).toEqual([])
    const { master, mpd } = await manifests(directory)
    expect(master).not.toContain('AUDIO')
    expect(mpd).not.toContain('audio')
  }, 60_000)

  it('in several languages offers each in both manifests, the first by default', async () => {
    const { source, directory } = await encoded(await clips.languages())
    expect(source.audio.map(({ language }) => language)).toEqual(['en', 'de', 'und'])
    const { hls, mpd } = await manifests(directory)
    expect(hls.mediaGroups?.AUDIO?.audio).toMatchObject({
      English: { default: true, language: 'en', uri: 'index_audio1.m3u8' },
      German: { default: false, language: 'de', uri: 'index_audio2.m3u8' },
      'Track 3': { default: false, uri: 'index_audio3.m3u8' },
    })
    expect([...mpd.matchAll(/contentType="audio".*? lang="(\w+)"/g)].map(([, tag]) => tag)).toEqual(
      ['en', 'de'],
    )
    expect(mpd.match(/contentType="audio"/g)).toHaveLength(3)
  }, 60_000)
})
