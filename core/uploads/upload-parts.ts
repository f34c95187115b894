import { type Saying, say } from '#contract/say'
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

/** What keeps the parts from being the file; null when they are. */
export function objectionToParts(plan: PartPlan, parts: readonly StoredPart[]): Saying | null {
  const arrived = new Map(parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes]))
  const numbers = Array.from({ length: plan.partCount }, (_, at) => at + 1)
  const missing = numbers.filter((number) => !arrived.has(number))
  const misfit = numbers.filter(
    (number) => arrived.has(number) && arrived.get(number) !== bytesOfPart(plan, number),
  )
  if (missing.length === 0 && misfit.length === 0) return null
  const [part = 0] = misfit
  if (missing.length === 0 && misfit.length === 1)
    return say('upload_part_misfit', {
      part,
      bytes: arrived.get(part) ?? 0,
      plannedBytes: bytesOfPart(plan, part) ?? 0,
    })
  const { ranges, more: moreMissing } = named(missing)
  const { ranges: misfits, more: moreMisfit } = named(misfit)
  const { partCount } = plan
  return say('upload_not_whole', {
    partCount,
    missing: ranges,
    moreMissing,
    misfit: misfits,
    moreMisfit,
  })
}

/** Null for a number that the file has no part of. */
const bytesOfPart = ({ sizeBytes, partSizeBytes, partCount }: PartPlan, number: number) => {
  if (number < 1 || number > partCount) return null
  return number < partCount ? partSizeBytes : sizeBytes - (partCount - 1) * partSizeBytes
}

/** Ranges that a sentence names; nobody reads more. */
const MOST_NAMED = 10

/** `2`, `5–7` and the like, and how many parts the ranges after them have. */
function named(numbers: readonly number[]): { ranges: string[]; more: number } {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const open = ranges.at(-1)
    if (open && open.last === number - 1) open.last = number
    else ranges.push({ first: number, last: number })
  }
  const told = ranges.slice(0, MOST_NAMED)
  return {
    ranges: told.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)),
    more: ranges.slice(MOST_NAMED).reduce((sum, { first, last }) => sum + last - first + 1, 0),
  }
}
