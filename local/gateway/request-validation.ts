import type { IncomingMessage } from 'node:http'
import type { Json, JsonObject } from '#local/assembly/json'
import type { Operation } from './operations.ts'
import { findMismatch } from './schema.ts'

/** API Gateway checks that a required parameter is there, and nothing about its value. */
export function missingParameters(
  operation: Operation,
  request: IncomingMessage,
  url: URL,
): string[] {
  if (!operation.validatesParameters) return []
  return operation.parameters
    .filter(({ name, in: where, required }) => {
      if (!required) return false
      if (where === 'query') return !url.searchParams.get(name)
      return where === 'header' && !request.headers[name.toLowerCase()]
    })
    .map((parameter) => parameter.name)
}

/** Why a body is not as its schema says; undefined where it is, or where nobody asks. */
export function bodyMismatch(operation: Operation, body: string, document: JsonObject) {
  if (!operation.validatesBody || !operation.bodySchema) return undefined
  let value: Json
  try {
    value = JSON.parse(body)
  } catch {
    return 'The body is not JSON'
  }
  return findMismatch(value, operation.bodySchema, document)
}
