import type { StoredPart } from '#core/courses/content-ports'
import type { StartedUpload } from './ports.ts'

/** How a file is cut: every part has the same size, but for the last. */
export type PartPlan = Pick<StartedUpload, 'sizeBytes' | 'partSizeBytes' | 'partCount'>

const MIB = 1024 * 1024
/** S3 takes at most 10,000 parts of at least 5 MiB each: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const MAX_PARTS = 10_000
const LEAST_PART = 8 * MIB

/** The parts of a file of this size, within S3's number of them. */
export function planParts(sizeBytes: number): PartPlan {
  const partSizeBytes = Math.max(LEAST_PART, Math.ceil(sizeBytes / MAX_PARTS / MIB) * MIB)
  return { sizeBytes, partSizeBytes, partCount: Math.ceil(sizeBytes / partSizeBytes) }
}

/** The parts that are as they should be, in their order. Whatever else arrived has to be sent again. */
export const wholeParts = (plan: PartPlan, parts: readonly StoredPart[]): StoredPart[] =>
  parts
    .filter(({ partNumber, sizeBytes }) => sizeBytes === bytesOfPart(plan, partNumber))
    .sort((a, b) => a.partNumber - b.partNumber)

/** What keeps the parts from being the file, in a sentence; null when they are. */
export function objectionToParts(plan: PartPlan, parts: readonly StoredPart[]): string | null {
  const arrived = new Map(parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes]))
  const numbers = Array.from({ length: plan.partCount }, (_, at) => at + 1)
  const missing = numbers.filter((number) => !arrived.has(number))
  const wrong = numbers.filter(
    (number) => arrived.has(number) && arrived.get(number) !== bytesOfPart(plan, number),
  )
  if (missing.length === 0 && wrong.length === 0) return null
  const complaints = [
    ...(missing.length > 0 ? [`${named(missing)} of ${plan.partCount} not arrived`] : []),
    ...(wrong.length > 0
      ? [`${named(wrong)} of another size than planned${sizes(plan, arrived, wrong)}`]
      : []),
  ]
  return `The file is not whole yet: ${complaints.join('; ')}. Send what is missing, then complete the upload again.`
}

/** Null for a number that the file has no part of. */
const bytesOfPart = ({ sizeBytes, partSizeBytes, partCount }: PartPlan, number: number) => {
  if (number < 1 || number > partCount) return null
  return number < partCount ? partSizeBytes : sizeBytes - (partCount - 1) * partSizeBytes
}

/** Ranges that a sentence names; nobody reads more. */
const MOST_NAMED = 10

/** `part 2`, `parts 2, 5–7 and 12 more`. */
function named(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const open = ranges.at(-1)
    if (open && open.last === number - 1) open.last = number
    else ranges.push({ first: number, last: number })
  }
  const told = ranges.slice(0, MOST_NAMED)
  const rest = ranges.slice(MOST_NAMED).reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const words = told.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  const list = words.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  return `${numbers.length === 1 ? 'part' : 'parts'} ${list}`
}

/** Where one part alone is wrong, what it has and needs. */
function sizes(plan: PartPlan, arrived: ReadonlyMap<number, number>, wrong: readonly number[]) {
  const [only, ...more] = wrong
  if (only === undefined || more.length > 0) return ''
  return ` (${arrived.get(only)} bytes, and not ${bytesOfPart(plan, only)})`
}
