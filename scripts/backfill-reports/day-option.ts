import { InvalidArgumentError } from 'commander'
import { Day } from '#contract/reports/report'

/** A day as an option of a command. */
export const day = (text: string): Day => {
  const read = Day.safeParse(text)
  if (!read.success) throw new InvalidArgumentError('A day is written like 2026-11-28.')
  return read.data
}
