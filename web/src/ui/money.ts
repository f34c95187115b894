import { dollars as money } from './words.ts'

/** `$12.30`, `under a cent`, `nothing`. */
export function dollarsInWords(dollars: number): string {
  if (dollars <= 0) return 'nothing'
  if (dollars < 0.01) return 'under a cent'
  return money(dollars)
}
