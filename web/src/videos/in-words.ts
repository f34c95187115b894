import { words as captions } from '#contract/captions/words/en'
import { words as http } from '#contract/http/words/en'
import type { AssetCard } from '#contract/videos/asset'
import { reasonsOf } from '#contract/videos/reasons'
import { words as videos } from '#contract/videos/words/en'
import { speaker } from '#contract/words/said'
import { words } from './words/en.ts'

/** Says what the server says of videos and of the files beside them. */
export const inWords = speaker({ ...http, ...captions, ...videos }, () => words.unknownReason)

/** Why a video is held, was rejected or failed; empty while it is well. */
export const whyInWords = (asset: Pick<AssetCard, 'reason' | 'liveVersion'>): string =>
  reasonsOf(asset).map(inWords).join(' ')
