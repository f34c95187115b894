import type { Environment } from '#contract/platform/environment'
import type { EncodingPolicy } from '#core/videos/encode/budget'
import { sdMinuteUsdIn } from '#core/videos/encode/encoding-price'

export const encodingPolicy = ({
  MONTHLY_BUDGET_USD: budget,
  RELEASED_BY: releasedBy,
  NORMALISE_LOUDNESS: normaliseLoudness,
  SD_MINUTE_USD: sdMinuteUsd,
}: Pick<
  Environment<'teaching'>,
  'MONTHLY_BUDGET_USD' | 'RELEASED_BY' | 'NORMALISE_LOUDNESS' | 'SD_MINUTE_USD'
>): EncodingPolicy => ({
  monthlyBudgetUsd: budget === '' ? null : Number(budget),
  releasedBy,
  price: {
    // The region is set by Lambda itself.
    sdMinuteUsd:
      sdMinuteUsd === '' ? sdMinuteUsdIn(process.env.AWS_REGION ?? '') : Number(sdMinuteUsd),
    normaliseLoudness: normaliseLoudness === 'true',
  },
})
