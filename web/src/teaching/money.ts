/** `$12.30`, `less than 1 cent`, `nothing`. */
export function dollarsInWords(dollars: number): string {
  if (dollars <= 0) return 'nothing'
  if (dollars < 0.01) return 'less than 1 cent'
  return dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
}
