import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, vi } from 'vitest'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import { contentKeys } from '#contract/courses/content'
import { AssetId, CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { chooseRungs } from '#core/videos/encode/ladder'
import { contentTypes, immutable } from '#core/videos/playback/file-headers'
import { mediaUrls, publishPlayback } from '#core/videos/playback/publish-playback'
import { startMediaConvert } from '#local/media-convert/server'
import { findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { startS3 } from '#local/s3/server'
import { assetOf, sourceOf } from './asset.ts'

const region = 'us-east-1'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }
const COURSE = CourseId.parse('crs_01JDEXAMP0EXAMP0EXAMP0EXAM')
const CAPTIONS = 'WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nThe kernel\n'

export interface PublishedVideo {
  readonly hlsUrl: string
  readonly dashUrl: string
  readonly durationSeconds: number
  /** Heights of the renditions, lowest first. */
  readonly heights: readonly number[]
  readonly languages: readonly string[]
}

/**
 * The encoder and the storage without the rest of the cloud, and a site for its output: `/content/…` is the
 * content bucket, `/library/<file>` a file of `libraries`, and every other address an empty page.
 */
export async function startPublishing(root: string, libraries: Readonly<Record<string, string>>) {
  const tools = await findFfmpeg()
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
  const s3 = new S3Client({ region, credentials, endpoint: storage.url, forcePathStyle: true })
  const transcoder = createMediaConvertTranscoder({
    client: new MediaConvertClient({ region, credentials, endpoint: service.url }),
    contentBucket: 'content',
    roleArn: 'arn:aws:iam::000000000000:role/media',
    deploymentId: 'ours',
  })

  const read = async (Key: string) => {
    const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: 'content', Key }))
    return { bytes: await Body?.transformToByteArray(), type: ContentType }
  }
  const site = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const library = libraries[basename(pathname)]
    if (library) {
      response.setHeader('content-type', 'text/javascript')
      return response.end(await readFile(library))
    }
    if (!pathname.startsWith('/content/')) {
      response.setHeader('content-type', 'text/html')
      return response.end('<!doctype html><title>Reader</title><video muted></video>')
    }
    const { bytes, type } = await read(pathname.slice(1)).catch(() => ({
      bytes: undefined,
      type: undefined,
    }))
    if (!bytes) return response.writeHead(404).end()
    response.setHeader('content-type', type ?? 'application/octet-stream')
    return response.end(bytes)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  return {
    url,
    /** Encodes a clip and publishes it with English captions, as an upload would be. */
    async publish(clip: string): Promise<PublishedVideo> {
      const id = AssetId.parse(newId('ast', new Date()))
      const key = `${id}/${basename(clip)}`
      await s3.send(
        new PutObjectCommand({ Bucket: 'ingest', Key: key, Body: await readFile(clip) }),
      )
      const probe = await transcoder.probe('ingest', key)
      const source = sourceOf(probe)
      const rungs = chooseRungs(source)
      const input = { bucket: 'ingest', key }
      const job = {
        assetId: id,
        courseId: COURSE,
        version: 1,
        attempt: 1,
        input,
        source,
        rungs,
        normaliseLoudness: false,
      }
      const submitted = await transcoder.submit(job)
      if (submitted.kind === 'refused') throw new Error(submitted.detail)
      const { jobId } = submitted
      await vi.waitFor(
        async () => expect(await transcoder.find(jobId)).toMatchObject({ status: 'complete' }),
        { timeout: 60_000, interval: 100 },
      )
      const captionsKey = contentKeys.captions(COURSE, id, 'en', 1)
      const files = createMediaFiles(s3, 'content')
      await files.writeText(captionsKey, CAPTIONS, immutable(contentTypes.webVtt))
      const captions = [
        {
          language: 'en',
          label: 'English',
          revision: 1,
          cueCount: 1,
          url: `/${captionsKey}`,
          updatedAt: new Date().toISOString(),
        },
      ]
      const asset = assetOf({ id, courseId: COURSE, source, rungs, captions, liveVersion: 1 })
      await publishPlayback(
        { files, events: { published: async () => {} } },
        { ...asset, courseId: COURSE, liveVersion: 1 },
      )
      const { hlsUrl, dashUrl } = mediaUrls(COURSE, id)
      return {
        hlsUrl: `${url}${hlsUrl}`,
        dashUrl: `${url}${dashUrl}`,
        durationSeconds: source.durationSeconds,
        heights: rungs.map(({ height }) => height),
        languages: source.audio.map(({ language }) => language),
      }
    },
    async close() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
      await service.close()
      await storage.close()
      s3.destroy()
    },
  }
}
