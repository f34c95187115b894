import type { AssetCard } from '#contract/videos/asset'
import { durationInWords } from '#web/ui/words.ts'
import { words } from './words/en.ts'

type Encode = Pick<AssetCard, 'phase' | 'percent' | 'stateSince' | 'durationSeconds'>

/** About as long as a video lasts, and a while to begin and to end. Nobody promises it: what is told goes before. */
const ESTIMATE = { secondsForSecond: 1, besides: 60 }
/** An estimate that has run out says no more than this. */
const MOST_ESTIMATED_PERCENT = 95

/**
 * How far an encode is, in words and for a bar: by its percentage where there is one, else by its phase, the
 * time it took so far and the time that a video of its length takes. `value` is null where nothing is known.
 */
export function encodeProgress(
  encode: Encode,
  now: number,
): { words: string; value: number | null } {
  const { phase, percent } = encode
  if (percent !== null) return { words: words.percent(percent), value: percent }
  const doing = phase ? words.phases[phase] : words.preparing
  // The clock of this device may be behind.
  const elapsed = Math.max(0, (now - Date.parse(encode.stateSince)) / 1000)
  const soFar = elapsed < 60 ? null : durationInWords(60 * Math.floor(elapsed / 60))
  if (encode.durationSeconds === null)
    return { words: soFar ? words.soFar(doing, soFar) : doing, value: null }
  const usual = ESTIMATE.besides + ESTIMATE.secondsForSecond * encode.durationSeconds
  const value = Math.min(MOST_ESTIMATED_PERCENT, Math.round((100 * elapsed) / usual))
  const about = durationInWords(60 * Math.ceil(usual / 60))
  if (!soFar) return { words: words.about(doing, about), value }
  const say = elapsed > usual ? words.longer : words.elapsedOf
  return { words: say(doing, soFar, about), value }
}
