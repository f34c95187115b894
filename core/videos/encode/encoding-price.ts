/**
 * MediaConvert's price as far as its pages and its users tell, looked up in November 2026; the sources and what
 * they leave open are in docs/adr/0007-pay-for-what-a-picture-needs.md.
 * https://aws.amazon.com/mediaconvert/pricing/
 */
export interface EncodingPrice {
  /** US dollars for a minute of one SD output at up to 30 frames a second, in the Basic tier. */
  readonly sdMinuteUsd: number
  /** Whether sound is brought to one loudness, which is an add-on. */
  readonly normaliseLoudness: boolean
}

/** By region, where we know it. */
const SD_MINUTE_USD: Readonly<Record<string, number>> = {
  'us-east-1': 0.0075,
  'us-east-2': 0.0075,
  'us-west-2': 0.0075,
  'ap-northeast-2': 0.0085,
}

/** Elsewhere it is dearer than in the United States; `encoding.sdMinuteUsd` says better. */
const ELSEWHERE_USD = 0.0085

export const sdMinuteUsdIn = (region: string): number => SD_MINUTE_USD[region] ?? ELSEWHERE_USD

export type ResolutionClass = 'sd' | 'hd' | 'uhd'

/** By an output's lines, whichever way it stands: portrait counts higher than its landscape. */
export const classOf = ({ height }: { readonly height: number }): ResolutionClass =>
  height < 720 ? 'sd' : height <= 1080 ? 'hd' : 'uhd'

/** How many minutes of SD a minute counts for. */
export const CLASS_MINUTES: Readonly<Record<ResolutionClass, number>> = { sd: 1, hd: 2, uhd: 4 }

/** Up to so many frames a second a minute counts so often. Nothing of ours is above 60. */
const PACES = [
  { upTo: 30, times: 1 },
  { upTo: 60, times: 2 },
  { upTo: Number.POSITIVE_INFINITY, times: 3 },
] as const

export const paceOf = (frameRate: number): number =>
  PACES.find(({ upTo }) => frameRate <= upTo)?.times ?? 1

/** The Professional tier's minute, against Basic's. */
export const PROFESSIONAL = 1.6

/** What loudness adds to a minute of one track, in the Professional tier's SD minutes. */
export const LOUDNESS_MINUTES = 0.17

/** Each output is billed for 10 seconds at least. */
export const SHORTEST_BILLED_SECONDS = 10
