import type { SiteRole } from '#contract/people/site-roles'
import { hasRole } from '#core/access/site-role'
import type { EncodingPrice } from './encoding-price.ts'

/** What a deployment's settings say of encoding's cost. */
export interface EncodingPolicy {
  /** US dollars; null knows no limit. */
  readonly monthlyBudgetUsd: number | null
  readonly release: 'admins' | 'authors'
  readonly price: EncodingPrice
}

/** `2026-11`, in UTC. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7)

/** Whether somebody who teaches the course may encode beyond the budget. */
export const mayRelease = (
  policy: Pick<EncodingPolicy, 'release'>,
  roles: readonly SiteRole[],
): boolean => hasRole({ roles }, policy.release === 'admins' ? 'admin' : 'author')
