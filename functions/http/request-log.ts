import type { Logger } from '@aws-lambda-powertools/logger'
import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent } from 'aws-lambda'

/**
 * Every line that is logged of a call tells the id that the person is shown, and the route. Each call replaces
 * those of the one before, which costs less than to forget them.
 */
export const requestLog = (logger: Logger): MiddlewareObj<APIGatewayProxyEvent> => ({
  before: ({ event: { requestContext, resource } }) => {
    logger.appendKeys({ requestId: requestContext.requestId, resource })
  },
})
