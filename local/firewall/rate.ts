import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { headerOf, matches, type SeenRequest } from './statement.ts'

/** A rate-based statement's own default, and its step here: AWS WAF looks at the rates now and then. */
const WINDOW_SECONDS = 300
const STEP_SECONDS = 10

/** Counts by key over the last minutes: true while a key has had more than its limit. */
export function createRate(statement: JsonObject, now: () => number) {
  const limit = numberAt(statement, 'Limit') ?? 0
  const window = numberAt(statement, 'EvaluationWindowSec') ?? WINDOW_SECONDS
  const steps = window / STEP_SECONDS
  const scopeDown = objectAt(statement, 'ScopeDownStatement')
  const counts = new Map<string, Map<number, number>>()

  return (request: SeenRequest): boolean => {
    if (Object.keys(scopeDown).length > 0 && !matches(scopeDown, request)) return false
    const key = keyOf(statement, request)
    // Requests without a part of the key are not counted.
    if (key === undefined) return false
    const step = Math.floor(now() / 1000 / STEP_SECONDS)
    const own = counts.get(key) ?? new Map<number, number>()
    counts.set(key, own)
    own.set(step, (own.get(step) ?? 0) + 1)
    for (const past of own.keys()) if (past <= step - steps) own.delete(past)
    return [...own.values()].reduce((sum, count) => sum + count, 0) > limit
  }
}

function keyOf(statement: JsonObject, request: SeenRequest): string | undefined {
  const kind = textAt(statement, 'AggregateKeyType')
  if (kind === 'IP') return request.address
  if (kind === 'FORWARDED_IP')
    return headerOf(request, textAt(objectAt(statement, 'ForwardedIPConfig'), 'HeaderName'))
      ?.split(',')[0]
      ?.trim()
  const parts = listAt(statement, 'CustomKeys')
    .filter(isObject)
    .map((key) => headerOf(request, textAt(objectAt(key, 'Header'), 'Name')))
  return parts.includes(undefined) ? undefined : JSON.stringify(parts)
}
