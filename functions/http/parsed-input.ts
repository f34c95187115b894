import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { z } from 'zod'
import type { Route } from '#contract/http/route'
import { tooLargeOf } from '#contract/http/sized-text'
import { issueSaid } from '#contract/issue-said'
import { say } from '#contract/say'
import { DomainError, InvalidInput } from '#core/platform/errors'
import type { Arrival } from './verb.ts'

/** Parses the path, the query and the body by the route's declaration. */
export const parsedInput = (route: Route): MiddlewareObj<Arrival> => ({
  before: ({ event: arrival }) => {
    const { event } = arrival
    arrival.params = parse(route.params, decodeAll(event.pathParameters), 'path')
    arrival.query = parse(route.query, event.queryStringParameters ?? {}, 'query')
    arrival.body = parse(route.body, route.body ? readJson(event) : undefined, 'body')
  },
})

/** The router takes parameters from the path as they stand there, encoded. */
const decodeAll = (parameters: Record<string, string | undefined> | null) =>
  Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, value]) => [name, decode(value ?? '')]),
  )

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new DomainError('invalid', say('address_not_encoded'), { cause })
  }
}

const parse = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
  if (!schema) return {}
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const tooLarge = tooLargeOf(parsed.error.issues)
  if (tooLarge) throw new DomainError('too_large', issueSaid(tooLarge))
  throw new InvalidInput(
    parsed.error.issues.map((issue) => ({
      path: [where, ...issue.path].join('.'),
      reason: issueSaid(issue),
    })),
  )
}

const readJson = (event: APIGatewayProxyEvent): unknown => {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '')
  try {
    return JSON.parse(text, wellFormed)
  } catch (error) {
    if (error instanceof InvalidInput) throw error
    throw new InvalidInput([{ path: 'body', reason: say('not_json') }])
  }
}

/** JSON can say half a character (`"\\ud800"`), which no table, object or file can keep. */
function wellFormed(name: string, value: unknown): unknown {
  if (name.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value
  throw new InvalidInput([
    {
      path: name === '' ? 'body' : `body.${name.toWellFormed()}`,
      reason: say('half_character'),
    },
  ])
}
