import { contentKeys } from '#contract/courses/content'
import type { Asset } from '#contract/videos/asset'
import type { AssetRecord } from '#core/videos/asset-ports'
import { ingestCompanion } from '#core/videos/intake/companions'
import { ingestManifest, type ManifestDeps } from '#core/videos/intake/ingest-manifest'
import { assetOf, sourceFacts } from '#test/support/asset'
import { memoryOutline } from '#test/support/memory-outline'
import {
  COURSE_ID,
  contentFiles,
  NOW,
  objectCreated,
  pipeline,
} from '#test/unit/videos/pipeline-doubles'

export const FOLDER = 'linear-algebra/02 Maps/'
export const VIDEO = `${FOLDER}kernel.mp4`
export const vtt = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`

/** The ingest bucket and the table in memory, with what the video `kernel.mp4` is. */
export function bucket() {
  const objects = new Map<string, { bytes: Uint8Array; tags: Record<string, string> }>()
  const records = new Map<string, AssetRecord>()
  const { files, written } = contentFiles()
  let writes = 0
  const store = (asset: Asset) =>
    records.set(asset.id, {
      asset,
      write: { etag: 'etag', sequencer: '1' },
      content: null,
      job: null,
    })
  const bySource = (key: string) =>
    [...records.values()].find(({ asset }) => asset.sourceKey === key) ?? null
  const memory = memoryOutline()
  const deps: ManifestDeps = {
    assets: {
      get: async (id) => records.get(id)?.asset ?? null,
      async save(asset, expected) {
        if (records.get(asset.id)?.asset.updatedAt !== expected?.updatedAt) return false
        store(asset)
        return true
      },
      findBySource: async (key) => bySource(key),
      async create(asset) {
        if (bySource(asset.sourceKey)) return 'exists'
        store(asset)
        return 'created'
      },
      remove: async ({ asset }) => void records.delete(asset.id),
    },
    files,
    events: { published: async () => {} },
    courses: { findByIdOrSlug: pipeline().deps.courses.findByIdOrSlug },
    outlines: memory.outline,
    companions: {
      list: async (prefix) => [...objects.keys()].filter((key) => key.startsWith(prefix)),
      read: async (key) => objects.get(key)?.bytes ?? null,
      tagsOf: async (key) => objects.get(key)?.tags ?? null,
    },
    tagger: {
      async tag(_bucket, key, tags) {
        const object = objects.get(key)
        if (object) Object.assign(object.tags, tags)
      },
    },
    log: { info: () => {} },
    ingestBucket: 'ingest',
    clock: { now: () => new Date(NOW) },
  }
  const video = (facts: Partial<Asset> = {}) => {
    const asset = assetOf({
      courseId: COURSE_ID,
      sourceKey: VIDEO,
      source: sourceFacts({ audio: [{ language: 'fr', channels: 2 }] }),
      state: 'ready',
      liveVersion: 1,
      ...facts,
    })
    objects.set(asset.sourceKey, { bytes: new Uint8Array(), tags: {} })
    store(asset)
    return asset
  }
  const write = (key: string, content: string | Uint8Array) => {
    writes += 1
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    objects.set(key, { bytes, tags: {} })
    return objectCreated({ key, etag: `etag-${writes}`, sequencer: `${writes}` })
  }
  return {
    deps,
    video,
    write,
    put: async (key: string, content: string | Uint8Array) =>
      ingestCompanion(deps, write(key, content)),
    describe: async (key: string, content: string) => ingestManifest(deps, write(key, content)),
    memory,
    remove: (key: string) => objects.delete(key),
    tags: (key: string) => objects.get(key)?.tags,
    find: (key: string) => bySource(key)?.asset,
    stored: () => bySource(VIDEO)?.asset,
    rejected: () => [...records.values()].filter(({ asset }) => asset.state === 'rejected'),
    playlist: (asset: Asset) => written.get(contentKeys.hls(COURSE_ID, asset.id)),
    captionsOf: (asset: Asset, language: string, revision: number) =>
      written.get(contentKeys.captions(COURSE_ID, asset.id, language, revision)),
  }
}
