import type { Rung, SourceFacts } from '#contract/models/asset'

interface Step {
  readonly name: Rung['name']
  /** The shorter side, in pixels, whichever way the picture stands. */
  readonly shorterSide: number
  /** Bits per second, up to 30 frames a second. */
  readonly maxBitrate: number
}

const LOWEST: Step = { name: '240p', shorterSide: 240, maxBitrate: 400_000 }

const LADDER: readonly Step[] = [
  LOWEST,
  { name: '360p', shorterSide: 360, maxBitrate: 800_000 },
  { name: '480p', shorterSide: 480, maxBitrate: 1_400_000 },
  { name: '720p', shorterSide: 720, maxBitrate: 3_000_000 },
  { name: '1080p', shorterSide: 1080, maxBitrate: 5_000_000 },
]

/** Above this many frames a second a rung may take half as many bits again. */
const ORDINARY_FRAME_RATE = 30

/**
 * The renditions that a source deserves, lowest first so that a player starts at once. None is above
 * the source, each keeps its aspect ratio and has even sides, as H.264's 4:2:0 wants. A source
 * below 240p gets one rung at its own size. At least one rung, always.
 */
export function chooseRungs(source: SourceFacts): Rung[] {
  const shorter = Math.min(source.width, source.height)
  const fitting = LADDER.filter((step) => step.shorterSide <= shorter)
  if (fitting.length === 0) return [toRung(source, LOWEST, 1)]
  return fitting.map((step) => toRung(source, step, step.shorterSide / shorter))
}

function toRung(source: SourceFacts, step: Step, scale: number): Rung {
  return {
    name: step.name,
    width: evenSide(source.width * scale, source.width),
    height: evenSide(source.height * scale, source.height),
    maxBitrate:
      source.frameRate > ORDINARY_FRAME_RATE ? Math.round(step.maxBitrate * 1.5) : step.maxBitrate,
  }
}

/** The nearest even number that is not above the source's side, and at least 2. */
function evenSide(length: number, sourceSide: number): number {
  const nearest = 2 * Math.round(length / 2)
  return Math.max(2, Math.min(nearest, 2 * Math.floor(sourceSide / 2)))
}
