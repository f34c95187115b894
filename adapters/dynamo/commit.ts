import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { backOff } from './back-off.ts'
import type { Table } from './table.ts'

export type PlainWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** What ElectroDB tells of a transaction; where it was cancelled, a reason for each item in their order. */
export interface Outcome {
  readonly canceled: boolean
  readonly data: readonly { readonly code: string; readonly message?: string | undefined }[]
}

const TRIES = 10
const REFUSED = 'ConditionalCheckFailed'
/** Of these nothing is wrong with the transaction: it met another, or too many. */
const PASSING: readonly string[] = [
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]

/**
 * Commits a transaction; false when a condition of it does not hold. Nothing was written then. Meeting
 * others, it tries again. All else is an error that names the engine's own reason, such as an item over 400 KB:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export async function commit(write: () => Promise<Outcome>): Promise<boolean> {
  return (await tryToCommit(write)) === null
}

/** The same, but answers which items' conditions did not hold, by their places; null when committed. */
export async function tryToCommit(write: () => Promise<Outcome>): Promise<number[] | null> {
  for (let tries = 1; ; tries += 1) {
    const { canceled, data } = await write()
    if (!canceled) return null
    const refused = data.flatMap(({ code }, at) => (code === REFUSED ? [at] : []))
    if (refused.length > 0) return refused
    const reasons = data.filter(({ code }) => code !== 'None')
    const passes = reasons.length > 0 && reasons.every(({ code }) => PASSING.includes(code))
    if (!passes || tries === TRIES) throw new Error(sentenceOf(reasons, tries))
    await backOff(tries)
  }
}

/** The same of writes that no ElectroDB made. */
export const commitPlain = (
  { client }: Table,
  writes: readonly PlainWrite[],
): Promise<number[] | null> =>
  tryToCommit(async () => {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes] }))
      return { canceled: false, data: [] }
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons ?? []
      return {
        canceled: true,
        data: reasons.map(({ Code = 'None', Message }) => ({ code: Code, message: Message })),
      }
    }
  })

const sentenceOf = (reasons: Outcome['data'], tries: number): string => {
  const names = reasons.map(({ code, message }) => (message ? `${code}: ${message}` : code))
  const why = [...new Set(names)].join('; ') || 'the engine gave no reason'
  return `A transaction was cancelled ${tries === 1 ? 'at once' : `${tries} times`}: ${why}`
}
