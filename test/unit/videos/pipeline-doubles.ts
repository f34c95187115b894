import type { CourseDraft } from '#contract/courses/course'
import { OPEN_DOORS, UNSAID } from '#contract/courses/properties/properties'
import type { CourseId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import type { ObjectCreated } from '#contract/videos/events'
import type { IngestVideoDeps } from '#core/videos/intake/ingest-video'
import type {
  EncodeCharge,
  FileStructure,
  MediaFiles,
  ProbeResult,
  SubmitOutcome,
  TranscodeJob,
  TranscoderJob,
} from '#core/videos/ports'
import type { CommandDeps } from '#core/videos/run-command'
import type { WatchDeps } from '#core/videos/watch/find-stuck'
import { PRICE, sourceFacts } from '#test/support/asset'
import { memoryAssets } from '#test/support/memory-assets'

export const COURSE_ID: CourseId = 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM'
export const NOW = '2026-11-24T06:00:00.000Z'

export const course: CourseDraft = {
  id: COURSE_ID,
  slug: 'linear-algebra',
  title: 'Linear algebra',
  summary: '',
  ownerId: 'author',
  ownerName: '',
  createdAt: NOW,
  updatedAt: NOW,
  publishedVersion: null,
  publishedAt: null,
  outdated: false,
  enrolmentCount: 0,
  ...UNSAID,
  ...OPEN_DOORS,
  formerSlugs: [],
  copying: false,
  revision: 1,
}

export const lecture: ProbeResult = { kind: 'readable', source: sourceFacts() }

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

export type PipelineDeps = IngestVideoDeps & CommandDeps & WatchDeps

/** The pipeline's surroundings in memory: one course, and a transcoder that sees what it is told. */
export function pipeline(probe: ProbeResult = lecture) {
  const memory = memoryAssets()
  const jobs: TranscodeJob[] = []
  const jobStates = new Map<string, TranscoderJob>()
  const tags = new Map<string, Readonly<Record<string, string>>>()
  const refusals: (Error | Extract<SubmitOutcome, { kind: 'refused' }>)[] = []
  const asked: string[] = []
  const told: Asset[] = []
  const published: string[] = []
  const gone: string[] = []
  const encrypted = new Set<string>()
  const structures = new Map<string, Partial<FileStructure>>()
  const hashes = new Map<string, string>()
  const charges = new Map<string, EncodeCharge>()
  const copies: [string, string][] = []
  const deleted: string[] = []
  let now = NOW
  const spentIn = async (month: string) =>
    [...charges.values()]
      .filter((charge) => charge.month === month)
      .reduce((sum, { costUsd }) => sum + costUsd, 0)
  const deps: PipelineDeps = {
    assets: memory.assets,
    courses: {
      findByIdOrSlug: async (name) => ([course.id, course.slug].includes(name) ? course : null),
    },
    transcoder: {
      probe: async () => probe,
      async submit(job) {
        const refusal = refusals.shift()
        if (refusal instanceof Error) throw refusal
        if (refusal) return refusal
        // It knows a request again for a minute alone, which is over here.
        const jobId = `job-${jobs.push(job)}`
        jobStates.set(jobId, { status: 'submitted', phase: null, percent: 0, error: null })
        return { kind: 'started', jobId }
      },
      find: async (jobId) => jobStates.get(jobId) ?? null,
      async cancel(jobId) {
        const job = jobStates.get(jobId)
        if (job?.status !== 'submitted' && job?.status !== 'progressing') return false
        jobStates.set(jobId, { ...job, status: 'canceled' })
        return true
      },
    },
    sources: {
      hasWrite: async (key) => !deleted.includes(key),
      sha256: async (key) => hashes.get(key) ?? null,
      readStructure: async (key) => ({
        isEncrypted: encrypted.has(key),
        isCutOff: false,
        isFullRange: false,
        durationSeconds: null,
        frameRate: null,
        ...structures.get(key),
      }),
      list: async (prefix) => [...hashes.keys()].filter((key) => key.startsWith(prefix)),
      deleteWrite: async (key) => void deleted.push(key),
      delete: async (keys) => void deleted.push(...keys),
    },
    files: contentFiles().files,
    folders: {
      copyAll: async (from, to) => copies.push([from, to]),
      deleteAll: async (prefix) => void deleted.push(prefix),
    },
    ledger: {
      spentIn,
      charge: async (charge, limitUsd) => {
        const id = `${charge.assetId} ${charge.version} ${charge.attempt}`
        if (charges.has(id)) return 'counted'
        if (limitUsd !== null && (await spentIn(charge.month)) + charge.costUsd > limitUsd)
          return 'over_limit'
        charges.set(id, charge)
        return 'counted'
      },
      refund: async ({ assetId, version, attempt }) =>
        void charges.delete(`${assetId} ${version} ${attempt}`),
    },
    events: {
      command: async (command, assetId) => void asked.push(`${command} ${assetId}`),
      ended: async (asset) => void told.push(asset),
      published: async (_courseId, assetId) => void published.push(assetId),
      deleted: async (_courseId, assetId) => void gone.push(assetId),
    },
    tagger: { tag: async (_bucket, key, set) => void tags.set(key, set) },
    log: { info: () => {} },
    ingestBucket: 'ingest',
    limits: { maxBytes: 10_000, maxSeconds: 3600, codecs: null },
    policy: { monthlyBudgetUsd: null, release: 'admins', price: PRICE },
    place: async () => {},
    clock: { now: () => new Date(now) },
  }
  return {
    deps,
    jobs,
    /** By their ids: what the transcoder tells of them. */
    jobStates,
    tags,
    refusals,
    /** What media workers were asked for, and which ends people were told of. */
    asked,
    told,
    /** Assets that were published, and those of which the edge was asked to forget all. */
    published,
    gone,
    /** Source keys of what is protected against copying. */
    encrypted,
    /** By source key: what the file's own structure tells. */
    structures,
    /** By source key: the SHA-256 of what lies there. */
    hashes,
    charges,
    copies,
    deleted,
    /** Each runs once, just before a save: what somebody else does meanwhile. */
    rivals: memory.rivals,
    put: memory.put,
    records: memory.records,
    all: memory.all,
    setNow: (at: string) => {
      now = at
    },
  }
}

/** The content bucket in memory, where every encode has left its manifests, and its pictures but for `missing`. */
export function contentFiles() {
  const written = new Map<string, string>()
  const missing = new Set<string>()
  const files: MediaFiles = {
    readText: async (key) =>
      written.get(key) ?? (/\/v\d+\/index\./.test(key) ? ENCODED(key) : null),
    writeText: async (key, text) => void written.set(key, text),
    async createText(key, text) {
      if (written.has(key)) return 'exists'
      written.set(key, text)
      return 'created'
    },
    async copy(from, to) {
      if (missing.has(from)) return false
      written.set(to, `copy of ${from}`)
      return true
    },
  }
  return { files, written, missing }
}

const ENCODED = (key: string) =>
  key.endsWith('.mpd')
    ? '<MPD><Period/></MPD>'
    : '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nindex_240p.m3u8\n'
