import type { APIGatewayProxyResult } from 'aws-lambda'
import { ERROR_STATUS, type ErrorCode } from '#contract/http/error-status'
import type { ErrorBody } from '#contract/http/errors'
import { DomainError, InvalidInput, Overtaken, TooManyRequests } from '#core/platform/errors'

/** The one place where failures become answers. What is not ours to tell is a 500 that tells nothing. */
export const toErrorResult = (error: unknown, requestId: string): APIGatewayProxyResult => {
  const code: ErrorCode = error instanceof DomainError ? error.code : 'internal'
  const body: ErrorBody = {
    error: {
      code,
      message:
        error instanceof DomainError
          ? error.message
          : 'The server failed at this. It has been noted; try again in a moment.',
      requestId,
      ...(error instanceof InvalidInput ? { issues: [...error.issues] } : {}),
      ...(error instanceof Overtaken ? { current: error.current } : {}),
    },
  }
  return {
    statusCode: ERROR_STATUS[code],
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(error instanceof TooManyRequests && { 'retry-after': `${error.retryAfterSeconds}` }),
    },
    body: JSON.stringify(body),
  }
}
