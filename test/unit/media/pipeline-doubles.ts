import type { ObjectCreated } from '#contract/events'
import type { CourseId } from '#contract/ids'
import type { Asset } from '#contract/models/asset'
import type { CourseDraft } from '#contract/models/course'
import type { IngestDeps } from '#core/media/ingest'
import type { MediaFiles, ProbeResult, TranscodeJob, TranscoderJob } from '#core/media/ports'
import { sourceFacts } from '#test/support/asset'

export const COURSE_ID: CourseId = 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM'
export const NOW = '2026-11-24T06:00:00.000Z'

const course: CourseDraft = {
  id: COURSE_ID,
  slug: 'linear-algebra',
  title: 'Linear algebra',
  summary: '',
  ownerId: 'author',
  createdAt: NOW,
  updatedAt: NOW,
  publishedVersion: null,
  publishedAt: null,
  enrolmentCount: 0,
}

export const lecture: ProbeResult = { kind: 'video', source: sourceFacts() }

export function objectCreated(
  object: Partial<ObjectCreated['detail']['object']> = {},
): ObjectCreated {
  return {
    id: 'event-1',
    time: NOW,
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: {
      bucket: { name: 'ingest' },
      object: {
        key: 'linear-algebra/lecture.mp4',
        size: 1000,
        etag: 'etag-1',
        sequencer: '0001',
        ...object,
      },
      reason: 'PutObject',
    },
  }
}

const jobIdOf = ({ assetId, version, attempt }: TranscodeJob) =>
  `job-of-${assetId}-${version}-${attempt}`

/** The pipeline's surroundings in memory: one course, and a transcoder that sees what it is told. */
export function pipeline(probe: ProbeResult = lecture) {
  const assets = new Map<string, { asset: Asset; etag: string }>()
  const jobs: TranscodeJob[] = []
  const jobStates = new Map<string, TranscoderJob>()
  const tags = new Map<string, Readonly<Record<string, string>>>()
  const refusals: Error[] = []
  const rivals: (() => void)[] = []
  const deps: IngestDeps = {
    assets: {
      get: async (id) => assets.get(id)?.asset ?? null,
      async create(asset, etag) {
        if (assets.has(asset.id)) return 'exists'
        assets.set(asset.id, { asset, etag })
        return 'created'
      },
      async save(asset, expected) {
        rivals.shift()?.()
        const stored = assets.get(asset.id)
        if (!stored || (expected && stored.asset.updatedAt !== expected.updatedAt)) return false
        assets.set(asset.id, { ...stored, asset })
        return true
      },
      findByContent: async (courseId, etag, sizeBytes) =>
        [...assets.values()].find(
          ({ asset, etag: stored }) =>
            asset.courseId === courseId && stored === etag && asset.sizeBytes === sizeBytes,
        )?.asset ?? null,
    },
    courses: {
      findByIdOrSlug: async (name) => ([course.id, course.slug].includes(name) ? course : null),
    },
    transcoder: {
      probe: async () => probe,
      async submit(job) {
        const refusal = refusals.shift()
        if (refusal) throw refusal
        const jobId = jobIdOf(job)
        if (jobStates.has(jobId)) return { jobId }
        jobs.push(job)
        jobStates.set(jobId, { status: 'submitted', percent: 0, error: null })
        return { jobId }
      },
      find: async (jobId) => jobStates.get(jobId) ?? null,
      async cancel(jobId) {
        const job = jobStates.get(jobId)
        if (job?.status !== 'submitted' && job?.status !== 'progressing') return false
        jobStates.set(jobId, { ...job, status: 'canceled' })
        return true
      },
    },
    tagger: { tag: async (_bucket, key, set) => void tags.set(key, set) },
    log: { info: () => {} },
    limits: { maxSourceBytes: 10_000, maxSourceSeconds: 3600 },
    now: () => new Date(NOW),
  }
  return {
    deps,
    jobs,
    /** By their ids: what the transcoder tells of them. */
    jobStates,
    tags,
    refusals,
    /** Each runs once, just before a save: what somebody else does meanwhile. */
    rivals,
    put(asset: Asset) {
      assets.set(asset.id, { asset, etag: assets.get(asset.id)?.etag ?? '' })
    },
    all: () => [...assets.values()].map(({ asset }) => asset),
  }
}

/** The content bucket in memory, where every encode has left its manifests. */
export function contentFiles() {
  const written = new Map<string, string>()
  const files: MediaFiles = {
    readText: async (key) =>
      written.get(key) ?? (/\/v\d+\/index\./.test(key) ? ENCODED(key) : null),
    writeText: async (key, text) => void written.set(key, text),
    async createText(key, text) {
      if (written.has(key)) return 'exists'
      written.set(key, text)
      return 'created'
    },
    copy: async (from, to) => void written.set(to, `copy of ${from}`),
  }
  return { files, written }
}

const ENCODED = (key: string) =>
  key.endsWith('.mpd')
    ? '<MPD><Period/></MPD>'
    : '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nindex_240p.m3u8\n'
