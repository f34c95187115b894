import type { Rung, SourceFacts } from '#contract/videos/asset'
import { outputFrameRate, toNumber } from '#core/videos/source/frame-rate'

interface Step {
  readonly name: Rung['name']
  /** The shorter side, in pixels, whichever way the picture stands. */
  readonly shorterSide: number
  /** Bits per second of a 16:9 picture at up to 30 frames a second. */
  readonly maxBitrate: number
}

/** Why these: docs/performance.md, "Quality". */
const LADDER: readonly [Step, ...Step[]] = [
  { name: '240p', shorterSide: 240, maxBitrate: 400_000 },
  { name: '360p', shorterSide: 360, maxBitrate: 800_000 },
  { name: '480p', shorterSide: 480, maxBitrate: 1_400_000 },
  { name: '720p', shorterSide: 720, maxBitrate: 3_000_000 },
  { name: '1080p', shorterSide: 1080, maxBitrate: 5_000_000 },
]

/**
 * H.264's levels 4 to 4.2 allow a side of 4096 pixels, √(8 × 8192 macroblocks), and no decoder of a
 * phone takes more: Recommendation H.264, A.3.1 and table A-1.
 */
const LONGEST_SIDE = 4096

/** MediaConvert's least: https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html */
const SHORTEST_SIDE = 32

/** A source between two steps is worth a rung of its own when it has this much more than the lower. */
const WORTH_A_RUNG = 1.2

/** Above this many frames a second a rung may take half as many bits again. */
const ORDINARY_FRAME_RATE = 30

/**
 * The renditions that a source deserves, lowest first so that a player starts at once. None is above
 * the source, each keeps its aspect ratio and has even sides, as H.264's 4:2:0 wants. The highest is
 * the source itself where that lies well between two steps (900 lines as 1080p, below 240p as 240p).
 * At least one rung, always. Only a picture more than 128 times as long as short is squeezed.
 */
export function chooseRungs(source: SourceFacts): Rung[] {
  const shorter = Math.min(source.width, source.height)
  const largest = Math.min(1, LONGEST_SIDE / Math.max(source.width, source.height))
  const [first, ...others] = LADDER
  const rungs = [{ step: first, scale: Math.min(largest, first.shorterSide / shorter) }]
  for (const step of others) {
    const scale = Math.min(largest, step.shorterSide / shorter)
    const below = rungs.at(-1)?.scale ?? 0
    const isWhole = scale < largest
    if (isWhole || scale >= below * WORTH_A_RUNG) rungs.push({ step, scale })
    if (!isWhole) break
  }
  return rungs.map(({ step, scale }) => toRung(source, step, scale))
}

function toRung(source: SourceFacts, step: Step, scale: number): Rung {
  const width = evenSide(source.width * scale, source.width)
  const height = evenSide(source.height * scale, source.height)
  const pace = toNumber(outputFrameRate(source.frameRate)) > ORDINARY_FRAME_RATE ? 1.5 : 1
  const maxBitrate = Math.round(step.maxBitrate * areaShare(width * height, step) * pace)
  return { name: step.name, width, height, maxBitrate }
}

/** How much more or less there is to encode than in the step's 16:9 picture, within reason. */
function areaShare(pixels: number, { shorterSide }: Step): number {
  const share = pixels / (shorterSide * shorterSide * (16 / 9))
  // Rounding to even sides must not make the bit rate of an ordinary picture a crooked one.
  return Math.abs(share - 1) < 0.01 ? 1 : Math.min(2, Math.max(0.4, share))
}

/** The nearest even number that is not above the source's side, within MediaConvert's limits. */
function evenSide(length: number, sourceSide: number): number {
  const nearest = 2 * Math.round(length / 2)
  return Math.max(SHORTEST_SIDE, Math.min(nearest, 2 * Math.floor(sourceSide / 2)))
}
