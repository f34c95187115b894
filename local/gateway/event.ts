import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { ACCOUNT } from '#local/assembly/identifiers'
import type { Match } from './operations.ts'

/** The event that API Gateway's proxy integration hands to a function. */
export function proxyEvent(options: {
  request: IncomingMessage
  match: Match
  stage: string
  url: URL
  path: string
  body: string
  requestId: string
  claims: Record<string, unknown> | undefined
}): APIGatewayProxyEvent {
  const { request, match, stage, url, path, body, requestId, claims } = options
  const { rawHeaders } = request
  const headers = valuesByName(
    rawHeaders.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
    ),
  )
  const query = valuesByName(url.searchParams)
  const now = Date.now()
  const method = request.method ?? 'GET'
  return {
    resource: match.operation.resource,
    path,
    httpMethod: method,
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull({ ...match.pathParameters }),
    stageVariables: null,
    body: body === '' ? null : body,
    isBase64Encoded: false,
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      authorizer: claims ? { claims: asText(claims) } : null,
      domainName: request.headers.host ?? '127.0.0.1',
      httpMethod: method,
      identity: {
        ...NOBODY,
        // CloudFront's, where that stands before the gateway.
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
      },
      path: `/${stage}${path}`,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: new Date(now).toISOString(),
      requestTimeEpoch: now,
      resourceId: 'local',
      resourcePath: match.operation.resource,
      stage,
    },
  }
}

/** The Cognito authorizer gives every claim as text, lists joined by commas. */
const asText = (claims: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  )

/** Of any name: a header may be called `constructor`, which every object has. */
function valuesByName(pairs: Iterable<[string, string]>): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries(values)
}

const lastOf = (values: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, list]) => [key, list.at(-1) ?? '']))

const orNull = <T extends object>(record: T): T | null =>
  Object.keys(record).length > 0 ? record : null

const NOBODY = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
}
