import { z } from 'zod'

/** DynamoDB's limit for an item, names of attributes included. */
export const MOST_ITEM_BYTES = 400 * 1024

/**
 * What an item weighs by DynamoDB's rules, as the document client reads it:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const itemBytes = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueBytes(value), 0)

const CONTAINER = 3
const EACH = 1
/** The most that a number takes. */
const NUMBER = 21

const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return bytes(value)
  if (typeof value === 'number') return NUMBER
  if (value === null || typeof value === 'boolean') return 1
  if (value instanceof Uint8Array) return value.length
  if (Array.isArray(value))
    return value.reduce<number>((sum, one) => sum + EACH + valueBytes(one), CONTAINER)
  const map = z.record(z.string(), z.unknown()).parse(value)
  return CONTAINER + EACH * Object.keys(map).length + itemBytes(map)
}

const bytes = (text: string) => Buffer.byteLength(text)
