/** A value of a template or of a resolved template. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object at a key, or an empty one when it is missing. */
export const objectAt = (value: Json | undefined, key: string): JsonObject => {
  const inner = isObject(value) ? value[key] : undefined
  return isObject(inner) ? inner : {}
}

/** The list at a key, or an empty one when it is missing. */
export const listAt = (value: Json | undefined, key: string): Json[] => {
  const inner = isObject(value) ? value[key] : undefined
  return Array.isArray(inner) ? inner : []
}

/** The text at a key; numbers and booleans as CloudFormation writes them, empty when missing. */
export const textAt = (value: Json | undefined, key: string): string => {
  const inner = isObject(value) ? value[key] : undefined
  return inner === undefined || inner === null || typeof inner === 'object' ? '' : String(inner)
}

/** The number at a key, written as a number or as text. */
export const numberAt = (value: Json | undefined, key: string): number | undefined => {
  const text = textAt(value, key)
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}
