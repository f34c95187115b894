import type { CmafImageBasedTrickPlaySettings } from '@aws-sdk/client-mediaconvert'
import type { SourceFacts } from '#contract/videos/asset'

/** Seconds between two pictures: the closest together of these that does not make more than enough. */
const INTERVALS = [2, 5, 10, 15, 30, 60] as const
const LAST_INTERVAL = 120
const ENOUGH_PICTURES = 720

/** 224×126 of a 16:9 picture: both numbers are what MediaConvert divides by, and the ratio is exact. */
const LONGER_SIDE = 224

/**
 * A sheet of 5 × 4 is at most 1120 pixels wide and 896 high, within the 4096 of MediaConvert and about
 * what DASH-IF IOP 4.3, 6.2.6, asks of tiles, and small enough to come while the pointer rests.
 */
const COLUMNS = 5
const ROWS = 4

/** Sheets of small pictures for the bar below a video: 300 for ten minutes, 720 for three hours. */
export function thumbnailSettings(source: SourceFacts): CmafImageBasedTrickPlaySettings {
  const { durationSeconds, width, height } = source
  const scale = LONGER_SIDE / Math.max(width, height)
  return {
    IntervalCadence: 'FOLLOW_CUSTOM',
    ThumbnailInterval:
      INTERVALS.find((seconds) => durationSeconds / seconds <= ENOUGH_PICTURES) ?? LAST_INTERVAL,
    ThumbnailWidth: nearestMultiple(8, width * scale),
    ThumbnailHeight: nearestMultiple(2, height * scale),
    TileWidth: COLUMNS,
    TileHeight: ROWS,
  }
}

const nearestMultiple = (of: number, length: number) => Math.max(of, of * Math.round(length / of))
