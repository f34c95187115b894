import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { createRate } from './rate.ts'
import { conditionOf, type SeenRequest } from './statement.ts'

/** What a rule that blocks answers. */
export interface Blocked {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Undefined lets the request through. */
export type Firewall = (request: SeenRequest) => Blocked | 'blocked' | undefined

/**
 * The rules of an `AWS::WAFv2::WebACL`, by their priority. AWS's own rule groups are not on this machine and
 * let everything through. `blocked` is a block without a response of its own, for the service to answer.
 */
export function createFirewall(acl: JsonObject, now: () => number = Date.now): Firewall {
  const rules = listAt(acl, 'Rules')
    .filter(isObject)
    .toSorted((a, b) => (numberAt(a, 'Priority') ?? 0) - (numberAt(b, 'Priority') ?? 0))
    .flatMap((rule) => {
      const statement = objectAt(rule, 'Statement')
      if ('ManagedRuleGroupStatement' in statement) return []
      const rate = statement.RateBasedStatement
      const applies = isObject(rate) ? createRate(rate, now).isOver : conditionOf(statement)
      return [{ applies, block: objectAt(rule, 'Action').Block }]
    })
  return (request) => {
    for (const { applies, block } of rules)
      if (applies(request) && isObject(block)) return blockedBy(acl, block)
    return undefined
  }
}

const TYPES: Readonly<Record<string, string>> = {
  APPLICATION_JSON: 'application/json',
  TEXT_HTML: 'text/html',
  TEXT_PLAIN: 'text/plain',
}

function blockedBy(acl: JsonObject, block: JsonObject): Blocked | 'blocked' {
  const custom = objectAt(block, 'CustomResponse')
  const status = numberAt(custom, 'ResponseCode')
  if (status === undefined) return 'blocked'
  const body = objectAt(
    objectAt(acl, 'CustomResponseBodies'),
    textAt(custom, 'CustomResponseBodyKey'),
  )
  return {
    status,
    headers: {
      'content-type': TYPES[textAt(body, 'ContentType')] ?? 'text/plain',
      ...Object.fromEntries(
        listAt(custom, 'ResponseHeaders')
          .filter(isObject)
          .map((header) => [textAt(header, 'Name').toLowerCase(), textAt(header, 'Value')]),
      ),
    },
    body: textAt(body, 'Content'),
  }
}
