import { z } from 'zod'
import { AssetId, CourseId } from '#contract/platform/ids'
import { recordRow } from './record-row.ts'

/** A version of a video came to be the one that is watched. */
export const assetRow = recordRow({
  entity: 'asset',
  on: ['changed'],
  item: z.object({
    asset: z.object({
      id: AssetId,
      courseId: CourseId.nullable(),
      // Of an earlier version of Lectern the rest may lack.
      version: z.number().optional(),
      liveVersion: z.number().nullish(),
      stateSince: z.string().optional(),
      sizeBytes: z.number().optional(),
      estimatedCostUsd: z.number().nullish(),
      source: z.object({ durationSeconds: z.number() }).nullish(),
    }),
  }),
  userId: () => undefined,
  happened: ({ item: { asset }, before }) => {
    const { id, courseId: course, version, liveVersion, stateSince, source } = asset
    if (!course || !version || !stateSince || !source) return []
    if (liveVersion !== version || before?.asset.liveVersion === version) return []
    const facts = { asset: id, version, duration_s: source.durationSeconds }
    const cost = { cost_usd: asset.estimatedCostUsd ?? 0, source_bytes: asset.sizeBytes ?? 0 }
    const key = `${id} ${version}`
    return [{ event: 'video_encoded', at: Date.parse(stateSince), course, ...facts, ...cost, key }]
  },
})
