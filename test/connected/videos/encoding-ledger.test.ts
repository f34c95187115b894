import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable } from '#adapters/dynamo/table'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import { newId } from '#core/platform/ids'
import type { EncodingLedger } from '#core/videos/ports'
import { startTable } from '#test/support/dynamo'

let engine: Awaited<ReturnType<typeof startTable>>
let ledger: EncodingLedger
beforeAll(async () => {
  engine = await startTable()
  ledger = createEncodingLedger(openTable(engine.name))
})
afterAll(() => engine?.close())

const encode = (month: string, costUsd: number) => ({
  assetId: newId('ast', new Date()),
  version: 1,
  attempt: 1,
  month,
  costUsd,
})

describe('The month’s budget', () => {
  it('counts an encode once, however often it is asked, and every attempt', async () => {
    const one = encode('2026-01', 0.3)
    for (let times = 0; times < 3; times += 1) await ledger.charge(one, 1)
    await ledger.charge({ ...one, attempt: 2 }, 1)
    expect(await ledger.spentIn('2026-01')).toBe(0.6)
  })

  it('lets two ingests at the same moment not both have the last dollar', async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => ledger.charge(encode('2026-02', 1), 2.5)),
    )
    expect(asked.filter((answer) => answer === 'counted')).toHaveLength(2)
    expect(await ledger.spentIn('2026-02')).toBe(2)
  })

  it('holds back what alone is over the limit, and counts what is released all the same', async () => {
    const dear = encode('2026-03', 9)
    expect(await ledger.charge(dear, 5)).toBe('over_limit')
    expect(await ledger.spentIn('2026-03')).toBe(0)
    expect(await ledger.charge(dear, null)).toBe('counted')
    expect(await ledger.charge(dear, 5)).toBe('counted')
    expect(await ledger.spentIn('2026-03')).toBe(9)
  })

  it('gives back what a job that failed was counted with, once, and to its own month', async () => {
    const one = encode('2026-06', 2)
    await ledger.charge(one, 3)
    await ledger.charge({ ...one, attempt: 2 }, 10)
    expect(await ledger.charge(encode('2026-06', 1.5), 5)).toBe('over_limit')
    await Promise.all(Array.from({ length: 4 }, () => ledger.refund(one)))
    expect(await ledger.spentIn('2026-06')).toBe(2)
    expect(await ledger.charge(encode('2026-06', 1.5), 5)).toBe('counted')
    // Of what was never counted there is nothing to give back.
    await ledger.refund(encode('2026-06', 9))
    expect(await ledger.spentIn('2026-06')).toBe(3.5)
  })

  it('begins anew with each month', async () => {
    await ledger.charge(encode('2026-04', 5), 5)
    expect(await ledger.charge(encode('2026-05', 5), 5)).toBe('counted')
  })
})
