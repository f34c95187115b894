import type { Logger } from '@aws-lambda-powertools/logger'
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { ERROR_STATUS, type ErrorCode } from '#contract/http/error-status'
import type { ErrorBody } from '#contract/http/errors'
import { failureMetrics } from '#contract/http/failure-metrics'
import { inEnglish } from '#contract/in-english'
import { say } from '#contract/say'
import {
  DomainError,
  type InputIssue,
  InvalidInput,
  Overtaken,
  TooManyRequests,
} from '#core/platform/errors'

/**
 * The one place where failures become answers, and are counted by their codes; ours alone are logged. The
 * route goes along as a property, for Logs Insights: as a dimension it would make each code a metric a route.
 */
export const errorMapper = (
  logger: Logger,
  metrics: Metrics,
): MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> => ({
  onError: (request) => {
    const { error, event } = request
    const code = codeOf(error)
    if (code === 'internal') logger.error('http.failed', { error })
    metrics
      .addDimension(failureMetrics.code, code)
      .addMetadata('route', `${event.httpMethod} ${event.resource}`)
      .addMetric(failureMetrics.failures, MetricUnit.Count, 1)
    request.response = toErrorResult(error, event.requestContext.requestId)
  },
})

const codeOf = (error: unknown): ErrorCode =>
  error instanceof DomainError ? error.code : 'internal'

/** What is not ours to tell is a 500 that tells nothing. */
export function toErrorResult(error: unknown, requestId: string): APIGatewayProxyResult {
  const code = codeOf(error)
  const reason = error instanceof DomainError ? error.reason : say('server_failed')
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
