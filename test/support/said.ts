import { expect } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import { reasonsOf } from '#contract/videos/reasons'

/** A reason in a test's own words. */
export const asWritten = (text: string) => say('as_written', { text })

/** Why an asset is as it is, in English. */
export const whyOf = (asset: Pick<Asset, 'reason' | 'liveVersion'> | null | undefined): string =>
  asset ? reasonsOf(asset).map(inEnglish).join(' ') : ''

/** Matches what is said by its English sentence. */
export const saysInEnglish = (sentence: string | RegExp) =>
  expect.toSatisfy((said) => inEnglish(said).match(sentence) !== null, `says ${sentence}`)
