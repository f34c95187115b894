import type { APIGatewayProxyResult } from 'aws-lambda'
import { ERROR_STATUS, type ErrorCode } from '#contract/http/error-status'
import type { ErrorBody } from '#contract/http/errors'
import { inEnglish } from '#contract/in-english'
import { say } from '#contract/say'
import {
  DomainError,
  type InputIssue,
  InvalidInput,
  Overtaken,
  TooManyRequests,
} from '#core/platform/errors'

/** The one place where failures become answers. What is not ours to tell is a 500 that tells nothing. */
export const toErrorResult = (error: unknown, requestId: string): APIGatewayProxyResult => {
  const told = error instanceof DomainError
  const code: ErrorCode = told ? error.code : 'internal'
  const reason = told ? error.reason : say('server_failed')
  const body: ErrorBody = {
    error: {
      code,
      message: inEnglish(reason),
      reason,
      requestId,
      ...(error instanceof InvalidInput ? { issues: error.issues.map(inBody) } : {}),
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

const inBody = ({ path, line, reason }: InputIssue) => ({
  path,
  ...(line !== undefined && { line }),
  message: inEnglish(reason),
  reason,
})
