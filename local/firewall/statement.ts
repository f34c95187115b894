import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'

/** What a firewall looks at. */
export interface SeenRequest {
  /** As it was asked, the stage's name in it. */
  readonly path: string
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Of the connection: behind CloudFront it is CloudFront's. */
  readonly address: string
}

/**
 * Whether a statement of AWS WAF matches. A request without the part that is looked at matches nothing.
 * @throws Error for a statement that this stand-in does not know
 */
export function matches(statement: JsonObject, request: SeenRequest): boolean {
  const [kind, value] = Object.entries(statement)[0] ?? []
  const inner = isObject(value) ? value : {}
  const parts = listAt(inner, 'Statements').filter(isObject)
  switch (kind) {
    case 'NotStatement':
      return !matches(objectAt(inner, 'Statement'), request)
    case 'AndStatement':
      return parts.every((part) => matches(part, request))
    case 'OrStatement':
      return parts.some((part) => matches(part, request))
    case 'ByteMatchStatement':
      return compare(
        textAt(inner, 'PositionalConstraint'),
        fieldOf(inner, request),
        textAt(inner, 'SearchString'),
      )
    case 'RegexMatchStatement': {
      const field = fieldOf(inner, request)
      return field !== undefined && new RegExp(textAt(inner, 'RegexString')).test(field)
    }
    case 'SizeConstraintStatement': {
      const field = fieldOf(inner, request)
      if (textAt(inner, 'ComparisonOperator') !== 'GT')
        throw new Error('The local firewall compares sizes by GT alone.')
      return field !== undefined && Buffer.byteLength(field) > (numberAt(inner, 'Size') ?? 0)
    }
    default:
      throw new Error(`The local firewall does not know ${kind}.`)
  }
}

function compare(how: string, field: string | undefined, searched: string): boolean {
  if (field === undefined) return false
  switch (how) {
    case 'EXACTLY':
      return field === searched
    case 'STARTS_WITH':
      return field.startsWith(searched)
    default:
      throw new Error(`The local firewall does not compare by ${how}.`)
  }
}

/** The part that a statement looks at, after its transformations. */
function fieldOf(statement: JsonObject, request: SeenRequest): string | undefined {
  const field = objectAt(statement, 'FieldToMatch')
  const header = textAt(objectAt(field, 'SingleHeader'), 'Name')
  const found = header ? headerOf(request, header) : request.path
  return found === undefined
    ? undefined
    : listAt(statement, 'TextTransformations').reduce<string>(
        (text, how) => (textAt(how, 'Type') === 'URL_DECODE' ? decode(text) : text),
        found,
      )
}

/** What is not properly encoded stays as it is. */
const decode = (text: string) =>
  text.replace(/(%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })

export const headerOf = (request: SeenRequest, name: string): string | undefined => {
  const value = request.headers[name.toLowerCase()]
  return Array.isArray(value) ? value.join(',') : value
}
