import { Logger } from '@aws-lambda-powertools/logger'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { z } from 'zod'
import { createEdgeInvalidation } from '#adapters/edge/invalidation'
import { environments } from '#contract/environment'
import { AssetDeleted, ObjectCreated } from '#contract/events'
import { forgetAtEdge } from '#core/media/forget-at-edge'

const environment = environments['edge-invalidation'].parse(process.env)
const logger = new Logger({ serviceName: 'edge-invalidation' })
const deps = {
  edge: createEdgeInvalidation(new CloudFrontClient({}), environment.DISTRIBUTION_ID),
  log: { info: (event: string, ids: object) => logger.info(event, { ...ids }) },
}

const Event = z.discriminatedUnion('detail-type', [ObjectCreated, AssetDeleted])

/** Started by EventBridge when a lasting file was written again or an asset is gone. Throws to be called again. */
export async function handler(event: unknown): Promise<void> {
  await forgetAtEdge(deps, Event.parse(event))
}
