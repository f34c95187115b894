import { randomUUID } from 'node:crypto'
import { isObject, type Json, type JsonObject, listAt, textAt } from '#local/assembly/json'
import type { PublishedEvent } from './event-bus.ts'

/** EventBridge's `PutEvents` on the default bus: each entry is taken or refused by itself. */
export function putEvents(input: JsonObject, publish: (event: PublishedEvent) => void): JsonObject {
  const entries = listAt(input, 'Entries').map((entry) => {
    const detail = parseDetail(entry)
    const source = textAt(entry, 'Source')
    const detailType = textAt(entry, 'DetailType')
    if (!source || !detailType)
      return refused('InvalidArgument', 'Source and DetailType are needed.')
    if (!detail) return refused('MalformedDetail', 'Detail is malformed.')
    const id = randomUUID()
    publish({ id, source, 'detail-type': detailType, detail })
    return { EventId: id }
  })
  return {
    FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length,
    Entries: entries,
  }
}

const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage })

function parseDetail(entry: Json): JsonObject | null {
  try {
    const detail: Json = JSON.parse(textAt(entry, 'Detail'))
    return isObject(detail) ? detail : null
  } catch {
    return null
  }
}
