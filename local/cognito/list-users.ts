import { isObject, type Json, type JsonObject } from '#local/assembly/json'
import type { Engine } from './engine.ts'

/**
 * `ListUsers` as Cognito answers it: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 * The engine lists everybody, and knows no filter as Cognito writes it.
 */
export async function listUsers(engine: Engine, input: JsonObject): Promise<JsonObject> {
  const { UserPoolId, Filter, Limit } = input
  const most = typeof Limit === 'number' ? Limit : MOST_LISTED
  if (most < 0 || most > MOST_LISTED)
    return refusal(`Value '${most}' at 'limit' failed to satisfy constraint: at most 60`)
  const matches = filterBy(typeof Filter === 'string' ? Filter : '')
  if (typeof matches === 'string') return refusal(matches)
  const { Users } = await engine.call('ListUsers', { UserPoolId: UserPoolId ?? '' })
  const all = Array.isArray(Users) ? Users.filter(isObject) : []
  return { Users: all.filter(matches).slice(0, most) }
}

const MOST_LISTED = 60
const MOST_FILTER = 256
/** The standard attributes that can be searched for, as far as the pool has them. */
const ATTRIBUTES: readonly string[] = [
  ...['email', 'phone_number', 'name', 'given_name', 'family_name'],
  ...['preferred_username', 'sub'],
]
/** An attribute, `=` or `^=`, and a value in quotation marks, of which those within have a backslash before them. */
const FILTER = /^\s*([\w:]+)\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/

/** Whom a filter matches, letter by letter; a sentence where it is none. */
function filterBy(filter: string): ((user: JsonObject) => boolean) | string {
  if (filter === '') return () => true
  if (filter.length > MOST_FILTER)
    return `Value at 'filter' failed to satisfy constraint: length at most ${MOST_FILTER}`
  const [, attribute = '', type, quoted = ''] = FILTER.exec(filter) ?? []
  if (!type) return 'Error while parsing filter.'
  const value = quoted.replace(/\\(.)/g, '$1')
  const holds = (found: Json | undefined) =>
    typeof found === 'string' && (type === '=' ? found === value : found.startsWith(value))
  if (attribute === 'username') return ({ Username }) => holds(Username)
  if (!ATTRIBUTES.includes(attribute)) return `Invalid search attribute: ${attribute}`
  return ({ Attributes }) =>
    Array.isArray(Attributes) &&
    Attributes.some((one) => isObject(one) && one.Name === attribute && holds(one.Value))
}

const refusal = (message: string): JsonObject => ({
  __type: 'InvalidParameterException',
  message,
})
