import { words } from './words/money/en.ts'
import { dollars as money } from './words.ts'

/** `$12.30`, `under a cent`, `nothing`. */
export function dollarsInWords(dollars: number): string {
  if (dollars <= 0) return words.nothing
  if (dollars < 0.01) return words.underACent
  return money(dollars)
}
