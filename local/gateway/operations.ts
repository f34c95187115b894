import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
}

/** One method of one path, as API Gateway reads it from the imported document. */
export interface Operation {
  /** `/courses/{course}` */
  readonly resource: string
  readonly method: string
  readonly functionArn: string
  /** Whether a Cognito authorizer guards it. */
  readonly authorized: boolean
  /** Whether it asks for a key of a usage plan. */
  readonly asksForKey: boolean
  readonly parameters: readonly Parameter[]
  readonly bodySchema: JsonObject | undefined
  readonly validatesBody: boolean
  readonly validatesParameters: boolean
  /** Of API Gateway's form: `method.request.querystring.cursor`. */
  readonly cacheKeys: readonly string[]
  /** 0 is no cache. */
  readonly cacheSeconds: number
}

export interface Match {
  readonly operation: Operation
  readonly pathParameters: Readonly<Record<string, string>>
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options']
const ANY_METHOD = 'x-amazon-apigateway-any-method'

/** Every operation that the document connects to a function, with the stage's cache settings. */
export function operationsOf(body: JsonObject, stage: JsonObject): Operation[] {
  return Object.entries(objectAt(body, 'paths')).flatMap(([resource, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([key, declared]): Operation[] => {
      if (!isObject(declared) || !(METHODS.includes(key) || key === ANY_METHOD)) return []
      const integration = objectAt(declared, 'x-amazon-apigateway-integration')
      const functionArn = functionArnOf(textAt(integration, 'uri'))
      if (!functionArn) return []
      const method = key === ANY_METHOD ? 'ANY' : key.toUpperCase()
      const authorized = isAuthorized(body, declared)
      const validator = objectAt(
        objectAt(body, 'x-amazon-apigateway-request-validators'),
        textAt(declared, 'x-amazon-apigateway-request-validator') ||
          textAt(body, 'x-amazon-apigateway-request-validator'),
      )
      const parameters = [...listAt(item, 'parameters'), ...listAt(declared, 'parameters')]
      const schema = objectAt(
        objectAt(objectAt(objectAt(declared, 'requestBody'), 'content'), 'application/json'),
        'schema',
      )
      return [
        {
          resource,
          method,
          functionArn,
          authorized,
          asksForKey: asksForKey(body, declared),
          parameters: parameters.map((parameter) => ({
            name: textAt(parameter, 'name'),
            in: textAt(parameter, 'in'),
            required: textAt(parameter, 'required') === 'true',
          })),
          bodySchema: Object.keys(schema).length > 0 ? schema : undefined,
          validatesBody: textAt(validator, 'validateRequestBody') === 'true',
          validatesParameters: textAt(validator, 'validateRequestParameters') === 'true',
          cacheKeys: listAt(integration, 'cacheKeyParameters').map(String),
          cacheSeconds: authorized || method !== 'GET' ? 0 : cacheSecondsOf(stage, resource),
        },
      ]
    }),
  )
}

export type Router = (method: string, path: string) => Match | undefined

/** The most specific operation: a fixed segment before a parameter, a parameter before `{proxy+}`. */
export function routerOf(operations: readonly Operation[]): Router {
  const sorted = operations
    .toSorted((a, b) => (specificity(a) < specificity(b) ? -1 : 1))
    .map((operation) => ({ operation, parts: partsOf(operation.resource) }))
  return (method, path) => {
    const segments = path.split('/').slice(1)
    for (const { operation, parts } of sorted) {
      if (operation.method !== method && operation.method !== 'ANY') continue
      const pathParameters = matchPath(parts, segments)
      if (pathParameters) return { operation, pathParameters }
    }
    return undefined
  }
}

const specificity = (operation: Operation) =>
  operation.resource.replace(/\{[^}]*\+\}/g, '~~').replace(/\{[^}]*\}/g, '~')

/** A segment of a path: a fixed text, or a parameter, which with a plus takes the rest. */
type Part = { readonly text: string } | { readonly name: string; readonly isRest: boolean }

const partsOf = (resource: string): Part[] =>
  resource
    .split('/')
    .slice(1)
    .map((text) => {
      const [, name, plus] = text.match(/^\{(.+?)(\+?)\}$/) ?? []
      return name ? { name, isRest: plus === '+' } : { text }
    })

function matchPath(
  parts: readonly Part[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const found: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const segment = segments[index]
    if (segment === undefined) return undefined
    if ('text' in part) {
      if (segment !== part.text) return undefined
    } else if (part.isRest) {
      found[part.name] = segments.slice(index).map(decode).join('/')
      return found
    } else if (segment === '') return undefined
    else found[part.name] = decode(segment)
  }
  return parts.length === segments.length ? found : undefined
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A stray percent sign is passed on as it came; the function refuses it by its own rules.
    return segment
  }
}

/** `…/functions/<function or alias ARN>/invocations` */
const functionArnOf = (uri: string) => uri.match(/\/functions\/(.+)\/invocations$/)?.[1]

const isAuthorized = (body: JsonObject, operation: JsonObject): boolean =>
  schemesOf(body, operation).some(
    (scheme) =>
      textAt(objectAt(scheme, 'x-amazon-apigateway-authorizer'), 'type') === 'cognito_user_pools' ||
      textAt(scheme, 'x-amazon-apigateway-authtype') === 'cognito_user_pools',
  )

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html */
const asksForKey = (body: JsonObject, operation: JsonObject): boolean =>
  schemesOf(body, operation).some(
    (scheme) =>
      textAt(scheme, 'type') === 'apiKey' && textAt(scheme, 'name').toLowerCase() === 'x-api-key',
  )

/** All that an operation names: API Gateway takes none of them for another's place. */
function schemesOf(body: JsonObject, operation: JsonObject): JsonObject[] {
  const schemes = objectAt(objectAt(body, 'components'), 'securitySchemes')
  const security = Array.isArray(operation.security)
    ? listAt(operation, 'security')
    : listAt(body, 'security')
  return security.flatMap((requirement) =>
    Object.keys(isObject(requirement) ? requirement : {}).map((name) => objectAt(schemes, name)),
  )
}

/** A stage's settings name paths as `/~1courses~1{course}`; `/*` is every path. */
function cacheSecondsOf(stage: JsonObject, resource: string): number {
  if (textAt(stage, 'CacheClusterEnabled') !== 'true') return 0
  const settings = listAt(stage, 'MethodSettings').filter((setting) =>
    ['GET', '*'].includes(textAt(setting, 'HttpMethod')),
  )
  const pathOf = (setting: (typeof settings)[number]) =>
    textAt(setting, 'ResourcePath').replace(/^\//, '').replaceAll('~1', '/')
  const own =
    settings.find((setting) => pathOf(setting) === resource) ??
    settings.find((setting) => pathOf(setting) === '*')
  if (!own || textAt(own, 'CachingEnabled') !== 'true') return 0
  // API Gateway's own default, and its most.
  return Math.min(numberAt(own, 'CacheTtlInSeconds') ?? 300, 3600)
}
