import { ERROR_STATUS, type ErrorCode } from '#contract/http/error-status'

const response = (code: ErrorCode, message: string, requestId = '$context.requestId') => ({
  statusCode: String(ERROR_STATUS[code]),
  responseTemplates: {
    'application/json': JSON.stringify({ error: { code, message, requestId } }),
  },
})

/**
 * What sounds like a refusal of the functions, of which the gateway knows nothing. A client takes an answer
 * for theirs by its request's id, and gives up for good what they refuse.
 */
const unasked = (code: 'forbidden' | 'not_found', message: string) => response(code, message, '')

/** What the gateway answers by itself, in the shape of every other error. */
export const gatewayResponses = {
  UNAUTHORIZED: response('unauthenticated', 'Sign in, then try again.'),
  MISSING_AUTHENTICATION_TOKEN: unasked('not_found', 'There is nothing at this address.'),
  INVALID_API_KEY: unasked('forbidden', 'Call the API by the site’s own address.'),
  ACCESS_DENIED: unasked('forbidden', 'You may not do this.'),
  EXPIRED_TOKEN: response('unauthenticated', 'Your sign-in has ended. Sign in again.'),
  INVALID_SIGNATURE: response('unauthenticated', 'Sign in, then try again.'),
  BAD_REQUEST_BODY: response('invalid', 'The body is not what this address takes.'),
  BAD_REQUEST_PARAMETERS: response('invalid', 'A parameter is missing or wrong.'),
  RESOURCE_NOT_FOUND: unasked('not_found', 'There is nothing at this address.'),
  REQUEST_TOO_LARGE: response('too_large', 'The request is too large.'),
  THROTTLED: response('too_many_requests', 'Too many requests. Wait a moment, then try again.'),
  QUOTA_EXCEEDED: response(
    'too_many_requests',
    'Too many requests. Wait a moment, then try again.',
  ),
  WAF_FILTERED: unasked('forbidden', 'The firewall refused this request.'),
  DEFAULT_4XX: {
    ...response('invalid', 'The request could not be understood.'),
    statusCode: undefined,
  },
  DEFAULT_5XX: {
    ...response('internal', 'Something went wrong. Try again later.'),
    statusCode: undefined,
  },
}
