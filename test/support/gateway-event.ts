import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { EDGE_HEADERS } from '#contract/http/edge-headers'

export interface Person {
  sub: string
  groups?: string
  /** @default the sub; an empty one is nobody's name */
  name?: string
}

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

/** Calls a function's handler as API Gateway's proxy integration does, for a browser at that host. */
export const callAs =
  (handler: Handler, person: Person | null, siteHost = 'learn.example.org') =>
  async (method: string, address: string, body?: unknown) => {
    const url = new URL(address, 'http://gateway')
    const event = {
      httpMethod: method,
      path: url.pathname,
      resource: url.pathname,
      pathParameters: null,
      queryStringParameters: Object.fromEntries(url.searchParams),
      multiValueQueryStringParameters: null,
      headers: { [EDGE_HEADERS.host]: siteHost },
      multiValueHeaders: {},
      stageVariables: null,
      isBase64Encoded: false,
      body: typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body),
      requestContext: {
        requestId: 'request-1',
        authorizer: person
          ? {
              claims: {
                sub: person.sub,
                email: `${person.sub}@example.org`,
                name: person.name ?? person.sub,
                'cognito:groups': person.groups ?? '',
              },
            }
          : null,
      },
    } as unknown as APIGatewayProxyEvent
    const result = await handler(event, {} as Context)
    return {
      status: result.statusCode,
      headers: result.headers ?? {},
      cookies: result.multiValueHeaders?.['set-cookie'] ?? [],
      body: result.body ? JSON.parse(result.body) : undefined,
    }
  }
