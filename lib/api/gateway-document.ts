import { EDGE_HEADERS } from '#contract/http/edge-headers'
import type { Route, Service } from '#contract/http/route'
import {
  type JsonSchema,
  type OpenApiDocument,
  type Operation,
  openApiDocument,
  SECURITY_SCHEME,
} from '#contract/openapi'
import { allRoutes } from '#contract/routes'
import { gatewayResponses } from './gateway-responses.ts'
import { pagePaths } from './page-paths.ts'

export interface GatewayDocumentProps {
  /** Where the gateway calls each service: `…:path/2015-03-31/functions/<alias ARN>/invocations`. */
  readonly integrationUri: (service: Service) => string
  /** Where it calls what makes pages. */
  readonly pagesUri: string
  readonly userPoolArn: string
  /** Whether nothing is answered without the edge’s key; else a firewall asks for what the edge shows. */
  readonly asksForKey: boolean
}

/** The API's document with what API Gateway needs to serve it: integrations, validation, sign-in. */
export function gatewayDocument(props: GatewayDocumentProps): OpenApiDocument {
  const document = openApiDocument()
  const byId = new Map(allRoutes.map((route) => [route.id, route]))
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          withIntegration(operation, byId.get(operation.operationId), props),
        ]),
      ),
    ]),
  )
  const all = { ...paths, ...pagePaths(props.pagesUri) }
  return {
    ...document,
    servers: [],
    paths: props.asksForKey ? withKey(all) : all,
    components: {
      schemas: Object.fromEntries(
        Object.entries(document.components.schemas).map(([name, schema]) => [
          name,
          name.endsWith('Request') ? importable(schema) : { type: 'object' },
        ]),
      ),
      securitySchemes: {
        [SECURITY_SCHEME]: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: [props.userPoolArn],
          },
        },
        ...(props.asksForKey && {
          [EDGE_KEY]: { type: 'apiKey', name: EDGE_HEADERS.key, in: 'header' },
        }),
      },
    },
    ...{
      'x-amazon-apigateway-request-validators': {
        everything: { validateRequestBody: true, validateRequestParameters: true },
      },
      'x-amazon-apigateway-request-validator': 'everything',
      'x-amazon-apigateway-gateway-responses': gatewayResponses,
    },
  }
}

const EDGE_KEY = 'edge'

/** Beside what each asks for: API Gateway demands both, as it writes itself when it exports such an API. */
const withKey = (paths: OpenApiDocument['paths']): OpenApiDocument['paths'] =>
  Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          { ...operation, security: [...operation.security, { [EDGE_KEY]: [] }] },
        ]),
      ),
    ]),
  )

function withIntegration(
  operation: Operation,
  route: Route | undefined,
  props: GatewayDocumentProps,
): Operation {
  if (!route) throw new Error(`No route is called ${operation.operationId}.`)
  const cacheKeys =
    route.cache &&
    operation.parameters.map(
      ({ name, in: where }) =>
        `method.request.${where === 'path' ? 'path' : 'querystring'}.${name}`,
    )
  return {
    ...operation,
    ...{
      'x-amazon-apigateway-integration': {
        type: 'aws_proxy',
        httpMethod: 'POST',
        uri: props.integrationUri(route.service),
        passthroughBehavior: 'when_no_match',
        ...(cacheKeys && { cacheKeyParameters: cacheKeys, cacheNamespace: route.id }),
      },
    },
  }
}

/**
 * A request's schema as API Gateway can import and check it: it ignores `nullable`, so that null
 * would be refused, and knows no numeric `exclusiveMinimum`. The function checks all of it again.
 */
export function importable(schema: JsonSchema): JsonSchema {
  if (schema.nullable === true) return {}
  const dropped = new Set(['exclusiveMinimum', 'exclusiveMaximum', 'default'])
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !dropped.has(keyword))
      .map(([keyword, value]) => [
        keyword,
        keyword === 'properties' ? mapValues(value) : visit(value),
      ]),
  )
}

// A property may be called as a keyword is, so `properties` is walked by its values alone.
const mapValues = (value: unknown): unknown =>
  isSchema(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner)]))
    : value

const visit = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(visit) : isSchema(value) ? importable(value) : value

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
