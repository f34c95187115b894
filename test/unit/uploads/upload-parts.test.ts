import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { objectionToParts, planParts, wholeParts } from '#core/uploads/upload-parts'

const MIB = 1024 * 1024
/** Three parts: 8, 8 and 4 MiB. */
const plan = planParts(20_971_520)

const part = (partNumber: number, sizeBytes = partNumber === 3 ? 4 * MIB : 8 * MIB) => ({
  partNumber,
  sizeBytes,
  etag: `"${partNumber}"`,
})

const objection = (...given: Parameters<typeof objectionToParts>) => {
  const said = objectionToParts(...given)
  return said && inEnglish(said)
}

describe('The parts of an upload', () => {
  it('stay within what S3 takes: 10,000 of at least 5 MiB', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 * 1024 ** 4 }), (sizeBytes) => {
        const { partSizeBytes, partCount } = planParts(sizeBytes)
        expect(partSizeBytes).toBeGreaterThanOrEqual(5 * MIB)
        expect(partCount).toBeLessThanOrEqual(10_000)
        expect((partCount - 1) * partSizeBytes).toBeLessThan(sizeBytes)
        expect(partCount * partSizeBytes).toBeGreaterThanOrEqual(sizeBytes)
      }),
    )
  })

  it('are the file when each is there with its size, in whatever order they are listed', () => {
    const parts = [part(3), part(1), part(2)]
    expect(objection(plan, parts)).toBeNull()
    expect(wholeParts(plan, parts).map(({ partNumber }) => partNumber)).toEqual([1, 2, 3])
  })

  it('with a hole are told of by the numbers that are missing', () => {
    expect(objection(plan, [part(1), part(3)])).toBe(
      'The file is not whole yet: part 2 of 3 not arrived. Send what is missing, then complete the upload again.',
    )
    expect(objection(plan, [])).toMatch(/parts 1–3 of 3 not arrived/)
  })

  it('of another size are told of with what they have and need', () => {
    const short = [part(1), part(2, 5 * MIB), part(3)]
    expect(objection(plan, short)).toMatch(
      /part 2 of another size than planned \(5242880 bytes, and not 8388608\)/,
    )
    expect(wholeParts(plan, short).map(({ partNumber }) => partNumber)).toEqual([1, 3])
    // The last has what is left, neither more nor less.
    expect(objection(plan, [part(1), part(2), part(3, 8 * MIB)])).toMatch(/part 3 of another/)
  })

  it('beyond the last are no part of the file', () => {
    expect(
      wholeParts(plan, [part(1), part(4, 1), part(4, 0)]).map((one) => one.partNumber),
    ).toEqual([1])
  })

  it('are named in a sentence of bearable length, however many are missing', () => {
    const large = planParts(2000 * 8 * MIB)
    const even = Array.from({ length: 1000 }, (_, at) => part(2 * at + 2, 8 * MIB))
    const sentence = objection(large, even) ?? ''
    expect(sentence).toMatch(/parts 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 and 990 more of 2000/)
    expect(sentence.length).toBeLessThan(200)
  })
})
