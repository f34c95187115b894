import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront'
import type { EdgeCache } from '#core/videos/playback/forget-at-edge'

/**
 * CloudFront's invalidations. The first 1,000 paths a month are free, then half a cent each: next to an
 * encode nothing. A new version forgets whole paths rather than one with `*`, since only 15 of those may be
 * under way at once but 3,000 of these, and since `*` would make every edge fetch all segments anew. Too many
 * under way throw `TooManyInvalidationsInProgress`, to be asked for again later.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations
 */
export const createEdgeInvalidation = (
  client: CloudFrontClient,
  distributionId: string,
): EdgeCache => ({
  forget: async (paths, reference) => {
    await client.send(
      new CreateInvalidationCommand({
        DistributionId: distributionId,
        InvalidationBatch: {
          CallerReference: reference,
          Paths: { Quantity: paths.length, Items: [...paths] },
        },
      }),
    )
  },
})
