import type { JsonObject } from '#local/assembly/json'

/** What a query of `MetadataExtraction` says of a record; null where it says nothing. */
export type KeysOf = (record: JsonObject) => Record<string, string> | null

const DAY = /^\((\.\w+) \/ 1000 \| floor \| strftime\("%Y-%m-%d"\)\)$/
const PATH = /^\.(\w+)$/

/**
 * Of jq what the stacks write: an object whose values are fields of the record, or the day of a field in milliseconds.
 * A test runs jq itself over the same.
 * @throws Error for anything else of jq
 */
export function readQuery(query: string): KeysOf {
  const body = /^\{(.*)\}$/.exec(query)?.[1]
  if (body === undefined) throw new Error(`The local Firehose takes no query like ${query}`)
  const keys = body.split(/,\s*(?=\w+:)/).map((part) => {
    const [, key = '', value = ''] = /^\s*(\w+):\s*(.*?)\s*$/.exec(part) ?? []
    return [key, readValue(value)] as const
  })
  return (record) => {
    const values = keys.map(([key, read]) => [key, read(record)] as const)
    if (values.some(([, value]) => value === null)) return null
    return Object.fromEntries(values.map(([key, value]) => [key, String(value)]))
  }
}

function readValue(text: string): (record: JsonObject) => string | null {
  const path = PATH.exec(text)?.[1]
  if (path !== undefined)
    return (record) => {
      const value = record[path]
      return value === null || value === undefined || typeof value === 'object' ? null : `${value}`
    }
  const moment = DAY.exec(text)?.[1]?.slice(1)
  if (moment === undefined) throw new Error(`The local Firehose does not know ${text} of jq.`)
  return (record) => {
    const value = record[moment]
    return typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : null
  }
}
