import type { StageSettings } from '#lib/settings/settings'

/** What functions are told of the settings' `encoding` and `uploads`. */
export const encodingVariables = ({ encoding, uploads }: StageSettings) => ({
  MONTHLY_BUDGET_USD: encoding.monthlyBudgetUsd === undefined ? '' : `${encoding.monthlyBudgetUsd}`,
  RELEASED_BY: encoding.release,
  NORMALISE_LOUDNESS: encoding.normaliseLoudness ? ('true' as const) : ('false' as const),
  SD_MINUTE_USD: encoding.sdMinuteUsd === undefined ? '' : `${encoding.sdMinuteUsd}`,
  MAX_SOURCE_BYTES: String(uploads.maxBytes),
  MAX_SOURCE_SECONDS: String(uploads.maxSeconds),
})
