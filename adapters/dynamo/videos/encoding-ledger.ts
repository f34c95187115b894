import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import type { Table } from '#adapters/dynamo/table'
import type { EncodingLedger } from '#core/videos/ports'
import { encodeChargeEntity, monthSpendEntity } from './spend-entity.ts'

/** Hundredths of a cent to the dollar: sums of whole numbers are exact. */
const UNIT = 10_000

export const createEncodingLedger = (table: Table): EncodingLedger => {
  const spends = monthSpendEntity(table)
  const charges = encodeChargeEntity(table)
  const books = new Service({ spends, charges })

  const isCounted = async (encode: { assetId: string; version: number; attempt: number }) =>
    (await charges.get(encode).go({ consistent: true })).data !== null

  return {
    spentIn: async (month) => {
      const { data } = await spends.get({ month }).go({ consistent: true })
      return (data?.spent ?? 0) / UNIT
    },

    charge: async ({ costUsd, month, assetId, version, attempt }, limitUsd) => {
      const amount = Math.round(costUsd * UNIT)
      const encode = { assetId, version, attempt }
      const most = limitUsd === null ? null : Math.round(limitUsd * UNIT) - amount
      if (await isCounted(encode)) return 'counted'
      if (most !== null && most < 0) return 'over_limit'
      const counted = await commit(() =>
        books.transaction
          .write(({ spends, charges }) => [
            charges.create({ ...encode, month, amount }).commit(),
            spends
              .upsert({ month })
              .add({ spent: amount })
              .where(({ spent }, { lte, notExists }) =>
                most === null ? '' : `${notExists(spent)} OR ${lte(spent, most)}`,
              )
              .commit(),
          ])
          .go(),
      )
      return counted || (await isCounted(encode)) ? 'counted' : 'over_limit'
    },

    refund: async ({ assetId, version, attempt }) => {
      const encode = { assetId, version, attempt }
      const { data: charge } = await charges.get(encode).go({ consistent: true })
      if (!charge) return
      // Where its condition does not hold, somebody else has given it back.
      await commit(() =>
        books.transaction
          .write(({ spends, charges }) => [
            charges
              .delete(encode)
              .where(({ month }, { exists }) => exists(month))
              .commit(),
            spends.update({ month: charge.month }).subtract({ spent: charge.amount }).commit(),
          ])
          .go(),
      )
    },
  }
}
