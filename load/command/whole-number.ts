import { InvalidArgumentError } from 'commander'

const MOST = 1_000_000

/** An option's value that counts something, with or without its thousands apart: 10000, 10_000, 10,000. */
export function wholeNumber(text: string): number {
  const number = Number(text.replaceAll(/[_,]/g, ''))
  if (Number.isInteger(number) && number > 0 && number <= MOST) return number
  throw new InvalidArgumentError('It must be a whole number from 1 to 1,000,000.')
}
