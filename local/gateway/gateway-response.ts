import { type JsonObject, objectAt, textAt } from '#local/assembly/json'

/** API Gateway's own answers, with the status and message it gives when nothing is customised. */
const DEFAULTS = {
  MALFORMED: [400, 'Bad Request'],
  HEADERS_TOO_LARGE: [431, 'Request header fields too large'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  UNAUTHORIZED: [401, 'Unauthorized'],
  INVALID_API_KEY: [403, 'Forbidden'],
  BAD_REQUEST_PARAMETERS: [400, 'Missing required request parameters'],
  BAD_REQUEST_BODY: [400, 'Invalid request body'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  WAF_FILTERED: [403, 'Forbidden'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
  INTEGRATION_FAILURE: [502, 'Internal server error'],
} as const satisfies Record<string, readonly [number, string]>

export type GatewayResponseType = keyof typeof DEFAULTS

export interface GatewayAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the gateway answers by itself: by the document's gateway responses, else as AWS does. */
export function gatewayResponse(
  body: JsonObject,
  type: GatewayResponseType,
  context: { requestId: string; message?: string; validationError?: string },
): GatewayAnswer {
  const [status, defaultMessage] = DEFAULTS[type]
  const message = context.message ?? defaultMessage
  const all = objectAt(body, 'x-amazon-apigateway-gateway-responses')
  const own = objectAt(all, type)
  const fallback = objectAt(all, status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX')
  const custom = Object.keys(own).length > 0 ? own : fallback
  const template = textAt(objectAt(custom, 'responseTemplates'), 'application/json')
  const values: Record<string, string> = {
    'error.messageString': JSON.stringify(message),
    'error.message': message,
    'error.validationErrorString': context.validationError ?? '',
    'error.responseType': type,
    extendedRequestId: context.requestId,
    requestId: context.requestId,
  }
  return {
    status: Number(textAt(custom, 'statusCode')) || status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': type,
      ...headersOf(custom),
    },
    body: (template || '{"message":$context.error.messageString}').replace(
      /\$context\.([a-zA-Z.]*[a-zA-Z])/g,
      (whole, name: string) => values[name] ?? whole,
    ),
  }
}

/** `gatewayresponse.header.X` with a quoted literal; other mappings are not of use on one machine. */
function headersOf(custom: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectAt(custom, 'responseParameters')).flatMap(([key, value]) => {
      const name = key.match(/^gatewayresponse\.header\.(.+)$/)?.[1]
      const literal = String(value).match(/^'(.*)'$/)?.[1]
      return name && literal !== undefined ? [[name.toLowerCase(), literal]] : []
    }),
  )
}
