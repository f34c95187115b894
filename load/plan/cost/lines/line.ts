/** One line of a month’s bill. */
export interface CostLine {
  readonly group: CostGroup
  readonly what: string
  readonly usd: number
  /** Its arithmetic, to be checked. */
  readonly how: string
  /** The same whether anybody comes or not. */
  readonly isFixed?: true
}

export const costGroups = [
  'Edge',
  'API',
  'Functions',
  'Data',
  'Video',
  'Reports',
  'People',
  'Watching',
] as const
export type CostGroup = (typeof costGroups)[number]

export const figure = (amount: number): string =>
  amount.toLocaleString('en', {
    maximumSignificantDigits: amount < 100 ? 3 : undefined,
    maximumFractionDigits: amount < 100 ? undefined : 0,
  })
