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

type Condition = (request: SeenRequest) => boolean

/**
 * A statement of AWS WAF, as a condition of requests. A request without the part that is looked at matches nothing.
 * @throws Error for a statement that this stand-in does not know
 */
export function conditionOf(statement: JsonObject): Condition {
  const [kind, value] = Object.entries(statement)[0] ?? []
  const inner = isObject(value) ? value : {}
  const parts = () => listAt(inner, 'Statements').filter(isObject).map(conditionOf)
  switch (kind) {
    case 'NotStatement': {
      const denied = conditionOf(objectAt(inner, 'Statement'))
      return (request) => !denied(request)
    }
    case 'AndStatement': {
      const all = parts()
      return (request) => all.every((part) => part(request))
    }
    case 'OrStatement': {
      const any = parts()
      return (request) => any.some((part) => part(request))
    }
    case 'ByteMatchStatement':
      return comparison(textAt(inner, 'PositionalConstraint'), inner)
    case 'RegexMatchStatement': {
      const expression = new RegExp(textAt(inner, 'RegexString'))
      return onField(inner, (field) => expression.test(field))
    }
    case 'SizeConstraintStatement': {
      if (textAt(inner, 'ComparisonOperator') !== 'GT')
        throw new Error('The local firewall compares sizes by GT alone.')
      const most = numberAt(inner, 'Size') ?? 0
      return onField(inner, (field) => Buffer.byteLength(field) > most)
    }
    default:
      throw new Error(`The local firewall does not know ${kind}.`)
  }
}

function comparison(how: string, statement: JsonObject): Condition {
  const searched = textAt(statement, 'SearchString')
  switch (how) {
    case 'EXACTLY':
      return onField(statement, (field) => field === searched)
    case 'STARTS_WITH':
      return onField(statement, (field) => field.startsWith(searched))
    default:
      throw new Error(`The local firewall does not compare by ${how}.`)
  }
}

/** Asks of the part that a statement looks at, after its transformations. */
function onField(statement: JsonObject, matches: (field: string) => boolean): Condition {
  const header = textAt(objectAt(objectAt(statement, 'FieldToMatch'), 'SingleHeader'), 'Name')
  const decodes = listAt(statement, 'TextTransformations').filter(
    (how) => textAt(how, 'Type') === 'URL_DECODE',
  )
  return (request) => {
    const found = header ? headerOf(request, header) : request.path
    return found !== undefined && matches(decodes.reduce<string>(decode, found))
  }
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
