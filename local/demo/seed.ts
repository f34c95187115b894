import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { inEnglish } from '#contract/in-english'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { AssetId, CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'
import { reasonsOf } from '#contract/videos/reasons'
import type { ApiClient } from './api-client.ts'
import { COURSE, REMARKS } from './course.ts'

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const CLIP = beside('./caching-lecture-1080p.mp4')
const COMPANIONS = [
  beside('./caching-lecture-1080p.en.vtt'),
  beside('./caching-lecture-1080p.chapters.vtt'),
]
const PATIENCE_SECONDS = 300

export interface DemoOptions {
  /** As the author. */
  readonly api: ApiClient
  readonly s3: S3Client
  readonly ingestBucket: string
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/**
 * Makes the demo course the way an author would, through the API, with a lecture, its captions and
 * chapters put into the ingest bucket. What is there already is kept, so it may be run at every start.
 */
export async function seedDemo(options: DemoOptions): Promise<void> {
  const { api, say } = options
  const drafts = await api(routes.listDrafts)
  const course =
    drafts.items.find((draft) => draft.slug === COURSE.slug) ??
    (await api(routes.createCourse, { body: COURSE }))
  if (course.publishedVersion !== null && !course.outdated) return

  say(`Making the demo course “${COURSE.title}” …`)
  const params = { courseId: course.id }
  const asset = await ingest(options, course.id)
  const { modules } = await api(routes.getDraft, { params })
  await makeLessons(options, course.id, modules, asset.id)
  await api(routes.publishCourse, { params })
  say('The demo course is published')
}

async function ingest(options: DemoOptions, courseId: CourseId): Promise<AssetCard> {
  const { api, s3, ingestBucket, say, signal } = options
  const find = async () => {
    const { items } = await api(routes.listAssets, { params: { courseId } })
    return items.find((asset) => asset.fileName === basename(CLIP))
  }
  if (!(await find()))
    for (const file of [...COMPANIONS, CLIP])
      await s3.send(
        new PutObjectCommand({
          Bucket: ingestBucket,
          Key: `${COURSE.slug}/${basename(file)}`,
          Body: createReadStream(file),
          ContentLength: statSync(file).size,
        }),
      )
  let shown = ''
  for (let waited = 0; waited < PATIENCE_SECONDS * 2; waited += 1) {
    const asset = await find()
    const line = asset
      ? `  lecture: ${asset.state}${asset.percent !== null && asset.state === 'transcoding' ? ` ${asset.percent} %` : ''}`
      : '  lecture: uploaded'
    if (line !== shown) say(line)
    shown = line
    if (asset?.state === 'ready') return asset
    if (asset && ['rejected', 'failed', 'held'].includes(asset.state))
      throw new Error(
        `The demo's lecture is ${asset.state}: ${reasonsOf(asset).map(inEnglish).join(' ')}`,
      )
    await sleep(500, undefined, { signal })
  }
  throw new Error(
    `The demo's lecture was not ready after ${PATIENCE_SECONDS} seconds. The functions' logs say why; the next start goes on with it.`,
  )
}

async function makeLessons(
  { api }: DemoOptions,
  courseId: CourseId,
  modules: DraftOutline,
  assetId: AssetId,
): Promise<void> {
  const module =
    modules[0] ??
    (await api(routes.createModule, {
      params: { courseId },
      body: { title: 'From seconds to milliseconds' },
    }))
  const there = modules.flatMap((each) => each.lessons)
  const params = { courseId, moduleId: module.id }
  const wanted = [
    { kind: 'video', title: 'Why a second visit is faster', assetId },
    { kind: 'article', title: 'Four caches between you and the server', text: REMARKS },
  ] as const
  for (const body of wanted)
    if (!there.some(({ kind }) => kind === body.kind))
      await api(routes.createLesson, { params, body })
}
