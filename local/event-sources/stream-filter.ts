import { isObject, type Json, type JsonObject } from '#local/assembly/json'
import { matchesPattern } from '#local/events/pattern'

/**
 * A filter of an event source mapping. Of a DynamoDB record Lambda filters by the key `dynamodb` alone, and
 * `exists` asks leaves: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 */
export function parseFilter(text: string): JsonObject {
  const pattern: Json = JSON.parse(text)
  if (!isObject(pattern)) throw new Error('A filter’s pattern is an object.')
  const others = Object.keys(pattern).filter((key) => key !== 'dynamodb')
  if (others.length > 0)
    throw new Error(
      `A stream of DynamoDB is filtered by "dynamodb" alone, not by ${others.join(', ')}.`,
    )
  return pattern
}

/** Lambda takes a record that one of the filters matches; without filters, all. */
export const passesFilters = (filters: readonly JsonObject[], record: JsonObject): boolean =>
  filters.length === 0 || filters.some((filter) => matchesPattern(filter, record))
