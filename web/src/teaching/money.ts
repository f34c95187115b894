// Made once: a formatter costs more than all that it formats on a screen.
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

/** `$12.30`, `under a cent`, `nothing`. */
export function dollarsInWords(dollars: number): string {
  if (dollars <= 0) return 'nothing'
  if (dollars < 0.01) return 'under a cent'
  return money.format(dollars)
}
