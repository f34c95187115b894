import { arn, type Identify } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { startThread } from '#local/children/thread'
import { gateway } from '#local/gateway/index'
import { hostOf } from '#local/http/listen'
import { s3 } from '#local/s3/index'
import { defineService } from '#local/service/service'
import type { EdgeThreadData } from './edge-worker.ts'
import { answerInvalidations, createInvalidations, PATH } from './invalidations.ts'
import { siteOf } from './start-site.ts'

/** CloudFront's take a minute or two; nobody waits for that here. */
const INVALIDATION_MILLISECONDS = 2_000

const part: Identify = ({ name, id }) => {
  const own = `${id(8)}-local-${name}`.slice(0, 36)
  return { ref: own, attributes: { Id: own } }
}

/** CloudFront: the distribution that the browser sees, in a thread, and its invalidations. */
export const edge = defineService({
  name: 'edge',
  types: {
    'AWS::CloudFront::Distribution': ({ id, ports }) => {
      const distribution = `E${id(13).toUpperCase()}`
      return {
        ref: distribution,
        attributes: { Id: distribution, DomainName: hostOf(ports.site) },
      }
    },
    'AWS::CloudFront::PublicKey': ({ id }) => {
      const key = `K${id(13).toUpperCase()}`
      return { ref: key, attributes: { Id: key } }
    },
    'AWS::CloudFront::Function': ({ name }) => {
      const fn = arn('cloudfront', `function/${name}`, '')
      return { ref: fn, attributes: { FunctionARN: fn, 'FunctionMetadata.FunctionARN': fn } }
    },
    'AWS::CloudFront::KeyGroup': part,
    'AWS::CloudFront::CachePolicy': part,
    'AWS::CloudFront::OriginRequestPolicy': part,
    'AWS::CloudFront::ResponseHeadersPolicy': part,
  },
  async start(context) {
    const site = siteOf(context.cloud)
    const thread = await startThread({
      name: 'The edge',
      entry: new URL('./edge-worker.ts', import.meta.url),
      data: {
        site,
        port: context.ports.site,
        directory: s3.in(context).directory,
        gatewayUrl: gateway.in(context).url,
      } satisfies EdgeThreadData,
      onDeath: context.fail,
    })
    const invalidations = createInvalidations(async (distributionId, path) => {
      if (distributionId !== site.distributionId) return false
      await thread.ask('invalidate', path)
      return true
    }, INVALIDATION_MILLISECONDS)
    awsApi.in(context).onPath(PATH, answerInvalidations(invalidations))
    return { url: thread.url, close: thread.close }
  },
})
