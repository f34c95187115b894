import { Logger } from '@aws-lambda-powertools/logger'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { createEdgeInvalidation } from '#adapters/edge/invalidation'
import { FOR_A_NARROW_DOOR } from '#adapters/platform/client-settings'
import { CoursePublished } from '#contract/courses/events'
import { environments } from '#contract/platform/environment'
import { EdgeEvent } from '#contract/videos/events'
import { forgetPages } from '#core/courses/forget-pages'
import { forgetAtEdge } from '#core/videos/playback/forget-at-edge'
import { serveBatches } from '#functions/queue/serve-queue'
import { eachKind } from './each-kind.ts'

const environment = environments['edge-invalidation']().parse(process.env)
const logger = new Logger({ serviceName: 'edge-invalidation' })
const deps = {
  edge: createEdgeInvalidation(
    new CloudFrontClient(FOR_A_NARROW_DOOR),
    environment.DISTRIBUTION_ID,
  ),
  log: { info: (event: string, ids: object) => logger.info(event, { ...ids }) },
}

/** Has the edge forget what was published again or deleted, many at once, by its queue. */
export const handler = serveBatches(logger, (events) =>
  eachKind(events, CoursePublished, {
    those: (published) => forgetPages(deps, published),
    others: (media) =>
      forgetAtEdge(
        deps,
        media.map((event) => EdgeEvent.parse(event)),
      ),
  }),
)
