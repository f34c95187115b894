import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { answerFromMemory, type EdgeAnswer } from './bucket-response.ts'
import { type ContentCache, MAX_OBJECT_BYTES } from './content-cache.ts'

/** What an HTTP origin answered before, while it may be kept. */
export function keptAnswer(
  cache: ContentCache,
  key: string,
  request: IncomingMessage,
): EdgeAnswer | undefined {
  const kept = cache.get(key)
  return kept && answerFromMemory(kept, request, 'Hit')
}

/** An HTTP origin's answer as it is kept, and given as it would be from there. */
export async function keepAnswer(options: {
  answer: EdgeAnswer
  cache: ContentCache
  key: string
  seconds: number
  request: IncomingMessage
}): Promise<EdgeAnswer> {
  const { answer, cache, key, seconds, request } = options
  const body = Buffer.isBuffer(answer.body) ? answer.body : await buffer(answer.body)
  const headers = {
    ...Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    ),
    'content-length': String(body.length),
  }
  if (body.length <= MAX_OBJECT_BYTES) cache.set(key, { body, headers }, seconds)
  return answerFromMemory({ body, headers }, request, 'Miss')
}
