import { isObject, type Json, type JsonObject } from '#local/assembly/json'

/**
 * Whether an event matches an EventBridge pattern: equality lists, `prefix`, `suffix`,
 * `wildcard`, `exists`, `anything-but`, `numeric`, `equals-ignore-case`, nested objects and `$or`.
 * An unknown matcher is an error rather than a silent mismatch.
 */
export function matchesPattern(pattern: JsonObject, event: JsonObject): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    if (key === '$or')
      return (
        Array.isArray(expected) &&
        expected.some((branch) => isObject(branch) && matchesPattern(branch, event))
      )
    const actual = event[key]
    if (isObject(expected)) return matchesPattern(expected, isObject(actual) ? actual : {})
    if (!Array.isArray(expected))
      throw new Error(`An event pattern's value must be a list or an object, at ${key}.`)
    const values = Array.isArray(actual) ? actual : [actual]
    return expected.some((matcher) => values.some((value) => matchesValue(matcher, value)))
  })
}

function matchesValue(matcher: Json, value: Json | undefined): boolean {
  if (!isObject(matcher)) return matcher === value
  const [entry] = Object.entries(matcher)
  if (!entry) throw new Error('An event pattern holds an empty matcher.')
  const [kind, expected] = entry
  switch (kind) {
    case 'exists':
      return (value !== undefined) === expected
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(expected))
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(expected))
    case 'wildcard':
      return typeof value === 'string' && wildcard(String(expected)).test(value)
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(expected).toLowerCase()
    case 'anything-but':
      return (
        value !== undefined && ![expected].flat().some((excluded) => matchesValue(excluded, value))
      )
    case 'numeric':
      return typeof value === 'number' && Array.isArray(expected) && inRange(expected, value)
    default:
      throw new Error(`The local cloud does not know the event matcher ${kind}.`)
  }
}

/** `*` is any text, `\\*` an asterisk. */
const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/\\([*\\])|[.+?^${}()|[\]\\*]/g, (found, escaped?: string) =>
      escaped ? `\\${escaped}` : found === '*' ? '.*' : `\\${found}`,
    )}$`,
    's',
  )

/** `['>', 0, '<=', 5]`. */
function inRange(comparisons: Json[], value: number): boolean {
  for (let at = 0; at < comparisons.length; at += 2) {
    const bound = Number(comparisons[at + 1])
    const holds = {
      '=': value === bound,
      '>': value > bound,
      '>=': value >= bound,
      '<': value < bound,
      '<=': value <= bound,
    }[String(comparisons[at])]
    if (!holds) return false
  }
  return true
}
