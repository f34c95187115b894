import { setTimeout as sleep } from 'node:timers/promises'

/** So many a second begin, in their order; the answers are in theirs. */
export async function paced<T, R>(
  all: readonly T[],
  rate: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const begun: Promise<R>[] = []
  for (let at = 0; at < all.length; at += rate) {
    begun.push(...all.slice(at, at + rate).map(work))
    await Promise.all([...begun.slice(at), sleep(at + rate < all.length ? 1_000 : 0)])
  }
  return Promise.all(begun)
}
