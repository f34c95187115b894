import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createMediaFolders } from '#adapters/storage/media-folders'
import { createSourceFiles } from '#adapters/storage/source-files'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import { createObjectTagger } from '#adapters/transcoder/object-tagger'
import { CourseId } from '#contract/platform/ids'
import { JobStateChange, JobStatus, type ObjectCreated } from '#contract/videos/events'
import { trackJob } from '#core/videos/encode/track-job'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { runCommand } from '#core/videos/run-command'
import { findStuck } from '#core/videos/watch/find-stuck'
import { startMediaConvert } from '#local/media-convert/server'
import type { FfmpegTools } from '#local/media-convert/tools/find-ffmpeg'
import { startS3 } from '#local/s3/server'
import { COURSE_ID, type PipelineDeps, pipeline } from '#test/unit/videos/pipeline-doubles'

const region = 'us-east-1'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }

/** A second course, beside that of the doubles. */
export const GEOMETRY_ID = CourseId.parse('crs_01JDEXAMP0EXAMP0EXAMP0GE0M')

export type PipelineCloud = Awaited<ReturnType<typeof startPipelineCloud>>

/** S3, MediaConvert and the media workers between them; the table in memory. */
export async function startPipelineCloud(root: string, tools: FfmpegTools) {
  const events: JobStateChange[] = []
  const failures: unknown[] = []
  /** While false, what jobs tell of themselves is lost. */
  const hears = { jobs: true }
  const table = pipeline()
  const created: ((event: ObjectCreated) => unknown)[] = []
  const s3Server = await startS3({
    port: 0,
    dataDir: join(root, 's3'),
    region,
    credentials,
    buckets: [{ name: 'ingest' }, { name: 'content' }],
    onEvent: (event) => {
      if (event.detail.bucket.name !== 'ingest') return
      for (const listener of created) listener(event)
    },
  })
  const s3 = new S3Client({ region, credentials, endpoint: s3Server.url, forcePathStyle: true })
  const transcoderOptions = {
    contentBucket: 'content',
    roleArn: 'arn:aws:iam::000000000000:role/media',
    deploymentId: 'ours',
  }
  const startTranscoder = () =>
    startMediaConvert({
      port: 0,
      s3: { endpoint: s3Server.url, region, credentials },
      workDir: join(root, 'media-convert'),
      ...tools,
      publish(told) {
        // As the rule does.
        if (!JobStatus.safeParse(told.detail.status).success) return
        const event = JobStateChange.parse(told)
        events.push(event)
        if (hears.jobs)
          trackJob({ ...deps, deploymentId: 'ours' }, event).catch((error) => failures.push(error))
      },
    })
  let server = await startTranscoder()
  const client = () => new MediaConvertClient({ region, credentials, endpoint: server.url })
  const courseOf = table.deps.courses.findByIdOrSlug
  const deps: PipelineDeps = {
    ...table.deps,
    courses: {
      findByIdOrSlug: async (name) => {
        const algebra = await courseOf(COURSE_ID)
        return name === 'geometry' && algebra ? { ...algebra, id: GEOMETRY_ID } : courseOf(name)
      },
    },
    transcoder: createMediaConvertTranscoder({ ...transcoderOptions, client: client() }),
    tagger: createObjectTagger(s3),
    files: createMediaFiles(s3, 'content'),
    folders: createMediaFolders(s3, 'content'),
    sources: createSourceFiles(s3, 'ingest'),
    limits: { maxBytes: 1e9, maxSeconds: 3600, codecs: null },
  }
  const policy = { current: deps.policy }
  created.push((event) => {
    ingestVideo({ ...deps, policy: policy.current }, event).catch((error) => failures.push(error))
  })

  return {
    s3,
    events,
    failures,
    hears,
    policy,
    assets: table.all,
    put: table.put,
    client,
    command: (command: 'encode' | 'cancel' | 'delete') => {
      const [asset] = table.all()
      if (!asset) throw new Error('There is no asset to command')
      return runCommand(deps, { command, assetId: asset.id })
    },
    findStuckAt: (now: Date) => findStuck({ ...deps, clock: { now: () => now } }),
    keysOf: (bucket: 'ingest' | 'content') => s3Server.store.list(bucket).map(({ key }) => key),
    async upload(file: string, key = `linear-algebra/${basename(file)}`) {
      const ContentLength = (await stat(file)).size
      const Body = createReadStream(file)
      await s3.send(new PutObjectCommand({ Bucket: 'ingest', Key: key, Body, ContentLength }))
    },
    async restartTranscoder() {
      await server.close()
      server = await startTranscoder()
    },
    async close() {
      await server.close()
      await s3Server.close()
      s3.destroy()
    },
  }
}
