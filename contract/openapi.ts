import { z } from 'zod'
import { ERROR_STATUS, type ErrorCode } from './http/error-status.ts'
import { ErrorBody } from './http/errors.ts'
import type { Route } from './http/route.ts'
import { allRoutes } from './routes.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: JsonSchema
}

interface Content {
  readonly 'application/json': { readonly schema: JsonSchema }
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >
}

export interface OpenApiDocument {
  readonly openapi: '3.0.3'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>
  }
}

/** The name of the one security scheme: the identity provider's ID token. */
export const SECURITY_SCHEME = 'idToken'

const ALWAYS: readonly ErrorCode[] = ['invalid', 'too_many_requests', 'internal']
const SIGNED_IN: readonly ErrorCode[] = ['unauthenticated', 'forbidden']

/** The whole API as an OpenAPI 3.0 document: plain, before any gateway adds its own. */
export function openApiDocument(routes: readonly Route[] = allRoutes): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = { ErrorBody: jsonSchema(ErrorBody, 'output') }
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of routes) {
    const operations = paths[route.path] ?? {}
    operations[route.method.toLowerCase()] = operationOf(route, schemas)
    paths[route.path] = operations
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Lectern',
      version: '1',
      description: 'Courses, learning and teaching. Every error has the shape of ErrorBody.',
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        [SECURITY_SCHEME]: { type: 'apiKey', name: 'Authorization', in: 'header' },
      },
    },
  }
}

/** The success's status of a route, by its declaration's defaults. */
export const successStatus = (route: Route): number => route.status ?? (route.response ? 200 : 204)

function operationOf(route: Route, schemas: Record<string, JsonSchema>): Operation {
  const name = route.id.charAt(0).toUpperCase() + route.id.slice(1)
  const contentOf = (schema: z.ZodType, io: 'input' | 'output', suffix: string): Content => {
    schemas[`${name}${suffix}`] = jsonSchema(schema, io)
    return contentRef(`${name}${suffix}`)
  }
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.service],
    security: route.access === 'public' ? [] : [{ [SECURITY_SCHEME]: [] }],
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body && {
      requestBody: { required: true, content: contentOf(route.body, 'input', 'Request') },
    }),
    responses: {
      [successStatus(route)]: {
        description: route.response ? 'Success' : 'Done; there is no body',
        ...(route.response && { content: contentOf(route.response, 'output', 'Response') }),
      },
      ...(route.moves && { 301: { description: 'It has another address now: see `location`' } }),
      ...errorResponses(route),
    },
  }
}

function errorResponses(route: Route): Operation['responses'] {
  const codes = new Set([
    ...ALWAYS,
    ...(route.access === 'public' ? [] : SIGNED_IN),
    ...(route.errors ?? []),
  ])
  return Object.fromEntries(
    [...codes].map((code) => [
      ERROR_STATUS[code],
      { description: code, content: contentRef('ErrorBody') },
    ]),
  )
}

function parametersOf(shape: z.ZodObject | undefined, where: Parameter['in']): Parameter[] {
  return Object.entries(shape?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !schema.safeParse(undefined).success,
    schema: jsonSchema(schema as z.ZodType, 'input'),
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  })
  return rest
}

const contentRef = (name: string): Content => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})
