import { say } from '#contract/say'
import { DomainError } from '#core/platform/errors'

/** Runs a page query; a cursor that the engine cannot read is the caller's mistake. */
export const withCursor = async <T>(cursor: string | undefined, query: () => Promise<T>) => {
  if (cursor !== undefined && !/^[A-Za-z0-9_-]{1,2048}={0,2}$/.test(cursor)) throw badCursor()
  try {
    return await query()
  } catch (cause) {
    if (cursor !== undefined && isCursorError(cause)) throw badCursor(cause)
    throw cause
  }
}

/**
 * The place in a list that a query's answer ends with, as ElectroDB writes it. A key comes in any order; the same place is
 * the same text, by which caches keep what follows.
 */
export const toCursor = (key: Readonly<Record<string, unknown>> | undefined): string | null =>
  key ? Buffer.from(JSON.stringify(key, Object.keys(key).sort())).toString('base64url') : null

/** @throws DomainError where it is none, or one of another list than the one that these parts of a key are of */
export function keyFromCursor(
  cursor: string,
  list: Readonly<Record<string, unknown>>,
): Record<string, string> {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isOfList = (found: Record<string, string>) =>
      Object.entries(list).every(([field, value]) => found[field] === value)
    if (isKey(key) && isOfList(key)) return key
  } catch (cause) {
    throw badCursor(cause)
  }
  throw badCursor()
}

const isKey = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((part) => typeof part === 'string')

export const badCursor = (cause?: unknown) =>
  new DomainError('invalid', say('stale_cursor'), { cause })

/** "The provided starting key is outside query boundaries": a cursor of another list. */
const isCursorError = (cause: unknown) =>
  cause instanceof Error && /cursor|exclusive ?start ?key|starting key/i.test(cause.message)
