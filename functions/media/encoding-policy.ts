import type { EncodingSettings } from '#contract/platform/media-settings'
import type { EncodingPolicy } from '#core/videos/encode/budget'
import { sdMinuteUsdIn } from '#core/videos/encode/encoding-price'

export const encodingPolicy = (settings: EncodingSettings): EncodingPolicy => ({
  monthlyBudgetUsd: settings.monthlyBudgetUsd ?? null,
  release: settings.release,
  price: {
    // The region is set by Lambda itself.
    sdMinuteUsd: settings.sdMinuteUsd ?? sdMinuteUsdIn(process.env.AWS_REGION ?? ''),
    normaliseLoudness: settings.normaliseLoudness,
  },
})
