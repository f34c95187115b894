import type { Environment } from '#contract/environment'
import type { EncodingPolicy } from '#core/media/budget'

export const encodingPolicy = ({
  MONTHLY_BUDGET_USD: budget,
  RELEASED_BY: releasedBy,
}: Pick<Environment<'teaching'>, 'MONTHLY_BUDGET_USD' | 'RELEASED_BY'>): EncodingPolicy => ({
  monthlyBudgetUsd: budget === '' ? null : Number(budget),
  releasedBy,
})
