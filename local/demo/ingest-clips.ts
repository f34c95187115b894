import { createReadStream, globSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { inEnglish } from '#contract/in-english'
import type { AssetId, CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'
import { reasonsOf } from '#contract/videos/reasons'
import type { ApiClient } from './api-client.ts'
import { nameOf } from './course-files.ts'

const PATIENCE_SECONDS = 600

export interface IngestOptions {
  /** As the author. */
  readonly api: ApiClient
  readonly s3: S3Client
  readonly ingestBucket: string
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/**
 * Puts clips with what lies beside them into the ingest bucket, as a content team does, and answers the videos that they
 * became, by their files. What is there already is not put again.
 */
export async function ingestClips(
  { api, s3, ingestBucket, say, signal }: IngestOptions,
  course: { readonly id: CourseId; readonly slug: string },
  clips: readonly string[],
): Promise<Map<string, AssetId>> {
  const list = async () => {
    const { items } = await api(routes.listAssets, { params: { courseId: course.id } })
    return new Map(items.map((asset) => [asset.fileName, asset]))
  }
  const there = await list()
  for (const clip of clips.filter((one) => !there.has(fileNameOf(one))))
    for (const file of [...globSync(`${clip.slice(0, -extname(clip).length)}.*.vtt`), clip])
      await s3.send(
        new PutObjectCommand({
          Bucket: ingestBucket,
          Key: `${course.slug}/${fileNameOf(file)}`,
          Body: createReadStream(file),
          ContentLength: statSync(file).size,
        }),
      )
  let shown = ''
  for (let waited = 0; waited < PATIENCE_SECONDS * 2; waited += 1) {
    const assets = await list()
    const ready = clips.flatMap((clip) => {
      const asset = assets.get(fileNameOf(clip))
      if (asset) refuse(asset)
      return asset?.state === 'ready' ? [[clip, asset.id] as const] : []
    })
    const line = `${ready.length} of ${clips.length} videos of the demo course are ready`
    if (line !== shown) say(line)
    shown = line
    if (ready.length === clips.length) return new Map(ready)
    await sleep(500, undefined, { signal })
  }
  throw new Error(
    `The videos were not ready after ${PATIENCE_SECONDS} seconds. The functions' logs say why; the next start goes on with them.`,
  )
}

/** Without its place in the module, which is not the content team's matter. */
const fileNameOf = (file: string) => `${nameOf(file)}${extname(file)}`

function refuse(asset: AssetCard): void {
  if (['rejected', 'failed', 'held'].includes(asset.state))
    throw new Error(
      `${asset.fileName} is ${asset.state}: ${reasonsOf(asset).map(inEnglish).join(' ')}`,
    )
}
