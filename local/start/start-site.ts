import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { GetObjectCommand, HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import type { Cloud } from '../assembly/cloud.ts'
import { type JsonObject, listAt, objectAt, textAt } from '../assembly/json.ts'
import type { BucketOrigin, Origin } from '../edge/origin.ts'
import { type Edge, startEdge } from '../edge/server.ts'
import type { TrustedKey } from '../edge/signed-access.ts'

/** The stacks' distribution on the site's port, with what it refers to taken from the stacks too. */
export async function startSite(options: {
  cloud: Cloud
  port: number
  s3: S3Client
  gatewayUrl: string
}): Promise<Edge> {
  const { cloud, port, s3, gatewayUrl } = options
  const [distribution] = cloud.ofType('AWS::CloudFront::Distribution')
  if (!distribution) throw new Error('The stacks have no CloudFront distribution to show the site.')
  return startEdge({
    port,
    distributionConfig: objectAt(distribution.properties, 'DistributionConfig'),
    functionCode: (arn) => {
      const fn = cloud.ofType('AWS::CloudFront::Function').find((each) => each.ref === arn)
      return fn && textAt(fn.properties, 'FunctionCode')
    },
    cachePolicies: configsOf(cloud, 'AWS::CloudFront::CachePolicy', 'CachePolicyConfig'),
    responseHeadersPolicies: configsOf(
      cloud,
      'AWS::CloudFront::ResponseHeadersPolicy',
      'ResponseHeadersPolicyConfig',
    ),
    keyGroups: keyGroupsOf(cloud),
    origin: (domainName) => originOf(domainName, s3, gatewayUrl),
  })
}

const configsOf = (cloud: Cloud, type: string, key: string): Record<string, JsonObject> =>
  Object.fromEntries(
    cloud.ofType(type).map(({ ref, properties }) => [ref, objectAt(properties, key)]),
  )

function keyGroupsOf(cloud: Cloud): Record<string, readonly TrustedKey[]> {
  const keys = new Map(
    cloud
      .ofType('AWS::CloudFront::PublicKey')
      .map(({ ref, properties }) => [
        ref,
        textAt(objectAt(properties, 'PublicKeyConfig'), 'EncodedKey'),
      ]),
  )
  return Object.fromEntries(
    cloud.ofType('AWS::CloudFront::KeyGroup').map(({ ref, properties }) => [
      ref,
      listAt(objectAt(properties, 'KeyGroupConfig'), 'Items').map((item) => ({
        keyPairId: String(item),
        publicKeyPem: keys.get(String(item)) ?? '',
      })),
    ]),
  )
}

/** A bucket's own domain name, or else the gateway's. */
function originOf(domainName: string, s3: S3Client, gatewayUrl: string): Origin {
  const bucket = domainName.match(/^(.+)\.s3[.-]/)?.[1]
  return bucket ? bucketOrigin(bucket, s3) : { kind: 'http', url: gatewayUrl }
}

const bucketOrigin = (bucket: string, s3: S3Client): BucketOrigin => ({
  kind: 'bucket',
  async read(key, range) {
    const where = { Bucket: bucket, Key: key }
    const bounds = range && `bytes=${range.start}-${range.end ?? ''}`
    try {
      // Of a part, S3 tells the whole object's size in Content-Range alone.
      const [object, whole] = await Promise.all([
        s3.send(new GetObjectCommand({ ...where, ...(bounds && { Range: bounds }) })),
        bounds ? s3.send(new HeadObjectCommand(where)) : undefined,
      ])
      if (!(object.Body instanceof Readable)) return null
      return {
        metadata: {
          size: (whole ?? object).ContentLength ?? 0,
          etag: object.ETag ?? '',
          lastModified: object.LastModified ?? new Date(0),
          contentType: object.ContentType,
          cacheControl: object.CacheControl,
        },
        stream: object.Body,
      }
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
      throw error
    }
  },
})
