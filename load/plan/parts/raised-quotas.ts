import { type QuotaName, quotas } from '#load/plan/figures/quotas'

export interface QuotaUse {
  readonly id: QuotaName
  readonly name: string
  readonly unit: string
  readonly page: string
  /** Of Service Quotas, `service/quota`; null: a support case asks for it. */
  readonly code: string | null
  readonly has: number
  readonly needs: number
  /** What to ask for; null where what the account has suffices with a fifth to spare. */
  readonly raiseTo: number | null
}

/** What is used of each quota that an account begins with, and which are to be raised before people come. */
export const quotaUses = (needs: Readonly<Record<QuotaName, number>>, region: string): QuotaUse[] =>
  (Object.keys(quotas) as QuotaName[]).map((id) => {
    const { name, unit, page, code, amount } = quotas[id]
    const has = amount(region)
    const enough = needs[id] / 0.8
    const raiseTo = enough > has ? inFew(enough) : null
    return { id, name, unit, page, code, has, needs: needs[id], raiseTo }
  })

/** Up, to two figures. */
function inFew(amount: number): number {
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1)
  return Math.ceil(amount / step) * step
}
