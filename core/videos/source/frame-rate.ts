/** A rate as encoders want it: frames a second as a fraction, `30000/1001` and not 29.97. */
export interface FrameRate {
  readonly numerator: number
  readonly denominator: number
}

/** What cameras, editors and screen recorders produce. */
const USUAL: readonly FrameRate[] = [
  { numerator: 10, denominator: 1 },
  { numerator: 12, denominator: 1 },
  { numerator: 25, denominator: 2 },
  { numerator: 15, denominator: 1 },
  { numerator: 20, denominator: 1 },
  { numerator: 24_000, denominator: 1001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30_000, denominator: 1001 },
  { numerator: 30, denominator: 1 },
  { numerator: 45, denominator: 1 },
  { numerator: 48, denominator: 1 },
  { numerator: 50, denominator: 1 },
  { numerator: 60_000, denominator: 1001 },
]

/**
 * H.264 level 4.2, the highest that phones and television sets decode as a matter of course, ends at
 * 1080p with 64 frames a second: Recommendation H.264, table A-1.
 */
const FASTEST: FrameRate = { numerator: 60, denominator: 1 }

/** A rate measured over a file is off by a rounding; 29.97 and 30 differ by a thousandth. */
const MEASURING_ERROR = 0.0005

/**
 * The constant rate to encode a source at whose mean rate this is. Usual rates stay as they are, what
 * lies between two of them (the mean of a variable rate) becomes the next higher, so that no frame is
 * lost; above 60 every second, third, … frame is kept. Slide shows below 10 get 10, as players expect
 * frames to come. Never 0, never above 60.
 */
export function outputFrameRate(mean: number): FrameRate {
  const every = Math.ceil((mean / toNumber(FASTEST)) * (1 - MEASURING_ERROR))
  const wanted = mean / Math.max(1, every)
  return USUAL.find((rate) => toNumber(rate) >= wanted * (1 - MEASURING_ERROR)) ?? FASTEST
}

export const toNumber = ({ numerator, denominator }: FrameRate) => numerator / denominator
