// Made once: a formatter costs more than all that it formats on a screen.
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

/** `$12.30`, `less than 1 cent`, `nothing`. */
export function dollarsInWords(dollars: number): string {
  if (dollars <= 0) return 'nothing'
  if (dollars < 0.01) return 'less than 1 cent'
  return money.format(dollars)
}
