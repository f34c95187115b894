import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EncodePlan, ThumbnailPlan } from '#local/media-convert/plan/encode-plan'
import { WRITTEN } from './ffmpeg-args.ts'
import { thumbnailFrames } from './picture-filters.ts'
import { type Bandwidth, bandwidthOf, type Segment } from './rendition.ts'

/** The sheets of thumbnails that lie in the directory, each with how much of the video it shows. */
export interface ThumbnailSheets extends ThumbnailPlan {
  /** Seconds between two pictures, in whole frames. */
  readonly interval: number
  readonly sheets: readonly Segment[]
  readonly bandwidth: Bandwidth
}

export async function findSheets(
  directory: string,
  thumbnails: ThumbnailPlan,
  rate: NonNullable<EncodePlan['frameRate']>,
  totalSeconds: number,
): Promise<ThumbnailSheets> {
  const interval = (thumbnailFrames(thumbnails, rate) * rate.denominator) / rate.numerator
  const whole = interval * thumbnails.columns * thumbnails.rows
  const names = (await readdir(directory)).filter((name) => WRITTEN.sheets.test(name)).sort()
  const sheets = await Promise.all(
    names.map(async (name, index) => ({
      name,
      seconds: Math.min(whole, Math.max(interval, totalSeconds - index * whole)),
      bytes: (await stat(join(directory, name))).size,
    })),
  )
  return { ...thumbnails, interval, sheets, bandwidth: bandwidthOf(sheets) }
}
