import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { conditionOf, headerOf, type SeenRequest } from './statement.ts'

/** A rate-based statement's own default, and its step here: AWS WAF looks at the rates now and then. */
const WINDOW_SECONDS = 300
const STEP_SECONDS = 10

/** Counts by key over the last minutes: a request is over while its key has had more than the limit. */
export function createRate(statement: JsonObject, now: () => number) {
  const limit = numberAt(statement, 'Limit') ?? 0
  const window = numberAt(statement, 'EvaluationWindowSec') ?? WINDOW_SECONDS
  const steps = window / STEP_SECONDS
  const scopeDown = objectAt(statement, 'ScopeDownStatement')
  const isCounted = Object.keys(scopeDown).length > 0 ? conditionOf(scopeDown) : () => true
  const counts = new Map<string, Count>()
  let cleared = 0

  const isOver = (request: SeenRequest): boolean => {
    if (!isCounted(request)) return false
    const key = keyOf(statement, request)
    // Requests without a part of the key are not counted.
    if (key === undefined) return false
    const step = Math.floor(now() / 1000 / STEP_SECONDS)
    if (step !== cleared) {
      cleared = step
      for (const [each, count] of counts) if (forget(count, step - steps)) counts.delete(each)
    }
    const own = counts.get(key) ?? { total: 0, bySteps: new Map<number, number>() }
    counts.set(key, own)
    own.bySteps.set(step, (own.bySteps.get(step) ?? 0) + 1)
    own.total += 1
    return own.total > limit
  }
  return {
    isOver,
    /** How many keys are counted now. */
    keys: () => counts.size,
  }
}

interface Count {
  total: number
  readonly bySteps: Map<number, number>
}

/** Takes steps away that are over; true where nothing is left. */
function forget(count: Count, last: number): boolean {
  for (const [step, times] of count.bySteps)
    if (step <= last) {
      count.total -= times
      count.bySteps.delete(step)
    }
  return count.total === 0
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
