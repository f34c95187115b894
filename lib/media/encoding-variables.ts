import type { StageSettings } from '../settings/settings.ts'

/** What functions are told of the settings' `encoding`. */
export const encodingVariables = ({ encoding }: StageSettings) => ({
  MONTHLY_BUDGET_USD: encoding.monthlyBudgetUsd === undefined ? '' : `${encoding.monthlyBudgetUsd}`,
  RELEASED_BY: encoding.release,
})
