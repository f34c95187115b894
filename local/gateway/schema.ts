import {
  isObject,
  type Json,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
} from '#local/assembly/json'

/** The first way in which a value differs from an OpenAPI 3.0 schema, as a sentence; else undefined. */
export function findMismatch(
  value: Json,
  schema: JsonObject,
  document: JsonObject,
  at = '',
): string | undefined {
  const where = at || 'the body'
  if (typeof schema.$ref === 'string')
    return findMismatch(value, dereference(schema.$ref, document), document, at)
  if (value === null && schema.nullable === true) return undefined
  const nested = (inner: Json) => findMismatch(value, isObject(inner) ? inner : {}, document, at)
  for (const part of listAt(schema, 'allOf')) {
    const mismatch = nested(part)
    if (mismatch) return mismatch
  }
  for (const choice of ['anyOf', 'oneOf']) {
    const options = listAt(schema, choice)
    if (options.length > 0 && options.every((option) => nested(option) !== undefined))
      return `${where} has none of the allowed shapes`
  }
  if (Array.isArray(schema.enum) && !schema.enum.some((allowed) => allowed === value))
    return `${where} must be one of ${schema.enum.map(String).join(', ')}`
  if (typeof schema.type === 'string' && !hasType(value, schema.type))
    return `${where} must be of type ${schema.type}`
  if (typeof value === 'string') return mismatchOfText(value, schema, where)
  if (typeof value === 'number') return mismatchOfNumber(value, schema, where)
  if (Array.isArray(value)) return mismatchOfList(value, schema, document, at)
  if (isObject(value)) return mismatchOfObject(value, schema, document, at)
  return undefined
}

function dereference(reference: string, document: JsonObject): JsonObject {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<JsonObject>((at, key) => objectAt(at, key), document)
}

function hasType(value: Json, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  return typeof value === type
}

function mismatchOfText(value: string, schema: JsonObject, where: string): string | undefined {
  // JSON Schema counts characters, not UTF-16 units.
  const length = [...value].length
  const least = numberAt(schema, 'minLength')
  const most = numberAt(schema, 'maxLength')
  if (least !== undefined && length < least) return `${where} must have ${least} characters or more`
  if (most !== undefined && length > most) return `${where} must have at most ${most} characters`
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value))
    return `${where} does not match the expected form`
  return undefined
}

function mismatchOfNumber(value: number, schema: JsonObject, where: string): string | undefined {
  const least = numberAt(schema, 'minimum')
  const most = numberAt(schema, 'maximum')
  if (
    least !== undefined &&
    (value < least || (schema.exclusiveMinimum === true && value <= least))
  )
    return `${where} must be ${least} or more`
  if (most !== undefined && (value > most || (schema.exclusiveMaximum === true && value >= most)))
    return `${where} must be at most ${most}`
  return undefined
}

function mismatchOfList(
  value: Json[],
  schema: JsonObject,
  document: JsonObject,
  at: string,
): string | undefined {
  const least = numberAt(schema, 'minItems')
  const most = numberAt(schema, 'maxItems')
  if (least !== undefined && value.length < least) return `${at} must have ${least} items or more`
  if (most !== undefined && value.length > most) return `${at} must have at most ${most} items`
  for (const [index, item] of value.entries()) {
    const mismatch = findMismatch(item, objectAt(schema, 'items'), document, `${at}[${index}]`)
    if (mismatch) return mismatch
  }
  return undefined
}

function mismatchOfObject(
  value: JsonObject,
  schema: JsonObject,
  document: JsonObject,
  at: string,
): string | undefined {
  const properties = objectAt(schema, 'properties')
  const path = (key: string) => (at ? `${at}.${key}` : key)
  for (const key of listAt(schema, 'required').map(String))
    if (!Object.hasOwn(value, key)) return `${path(key)} is missing`
  for (const [key, inner] of Object.entries(value)) {
    if (!Object.hasOwn(properties, key)) {
      if (schema.additionalProperties === false) return `${path(key)} is not expected`
      continue
    }
    const mismatch = findMismatch(inner, objectAt(properties, key), document, path(key))
    if (mismatch) return mismatch
  }
  return undefined
}
