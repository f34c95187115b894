import type { z } from 'zod'
import { type Saying, say, sayings } from './say.ts'

type Issue = z.core.$ZodIssue
type CodeAlone = {
  [Code in Saying['code']]: keyof (typeof sayings)[Code] extends never ? Code : never
}[Saying['code']]

/**
 * What an input that a schema refuses has wrong. A rule of our own has for its message a code that needs no
 * parameters; the others are told by what zod knows of them, the input itself included where it is reported.
 */
export function issueSaid(issue: Issue): Saying {
  if (isCodeAlone(issue.message)) return say(issue.message)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? say('value_missing') : wrongType(issue.expected)
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_value':
      return issue.input === undefined
        ? say('value_missing')
        : say('not_one_of', { allowed: issue.values.map(String) })
    case 'unrecognized_keys':
      return say('unknown_fields', { names: issue.keys })
    default:
      return say('value_wrong')
  }
}

const withoutParams: ReadonlySet<string> = new Set(
  Object.entries(sayings).flatMap(([code, params]) => (Object.keys(params).length ? [] : [code])),
)
const isCodeAlone = (message: string): message is CodeAlone => withoutParams.has(message)

const EXPECTED = {
  string: 'text',
  number: 'number',
  int: 'whole_number',
  boolean: 'yes_or_no',
  array: 'list',
  object: 'fields',
  record: 'fields',
} as const
const isExpected = (type: string): type is keyof typeof EXPECTED => Object.hasOwn(EXPECTED, type)

const wrongType = (type: string): Saying =>
  isExpected(type) ? say('wrong_type', { expected: EXPECTED[type] }) : say('value_wrong')

function tooSmall(origin: string, least: number): Saying {
  if (origin === 'string') return say('text_too_short', { least })
  return say(origin === 'array' ? 'list_too_short' : 'number_too_small', { least })
}

function tooBig(origin: string, most: number): Saying {
  if (origin === 'string') return say('text_too_long', { most })
  return say(origin === 'array' ? 'list_too_long' : 'number_too_large', { most })
}
