import { InvalidArgumentError } from 'commander'

/** An option's value that counts something. */
export const wholeNumber = (text: string): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('Choose a whole number from 1.')
}
