import { backOff } from './back-off.ts'

/** Three seconds at most, a half of that on average. */
const TRIES = 10

/**
 * The items of these keys that are there, in no order. `BatchGetItem` may leave keys unprocessed, for its
 * 16 MB or for throttling, and says so in its answer alone:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
export async function getEvery<Key, Item>(
  keys: readonly Key[],
  get: (keys: Key[]) => Promise<{ data: Item[]; unprocessed: Key[] }>,
): Promise<Item[]> {
  const found: Item[] = []
  let left = [...keys]
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === TRIES) throw new Error(`${left.length} keys were left unprocessed ${TRIES} times`)
    if (tries > 0) await backOff(tries)
    const { data, unprocessed } = await get(left)
    found.push(...data)
    left = unprocessed
  }
  return found
}
