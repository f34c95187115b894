import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import type { Cloud } from '#local/assembly/cloud'
import { REGION } from '#local/assembly/identifiers'
import { isObject, type Json, listAt, objectAt } from '#local/assembly/json'
import type { EventBus } from '#local/events/event-bus'
import { clientSettings, credentials } from '#local/service/clients'
import { startS3 } from './server.ts'

/** Every bucket of the stacks; those that tell EventBridge of new objects do. */
export async function startBuckets(options: {
  cloud: Cloud
  port: number
  dataDir: string
  publish: EventBus['publish']
}) {
  const { cloud, port, dataDir, publish } = options
  const telling = bucketsThatTell(cloud)
  const directory = join(dataDir, 's3')
  const server = await startS3({
    port,
    dataDir: directory,
    region: REGION,
    credentials,
    buckets: cloud.ofType('AWS::S3::Bucket').map(({ ref, properties }) => ({
      name: ref,
      cors: listAt(objectAt(properties, 'CorsConfiguration'), 'CorsRules').map(corsRule),
    })),
    onEvent: (event) => {
      if (telling.has(event.detail.bucket.name)) publish(event)
    },
  })
  const client = new S3Client({ ...clientSettings(server.url), forcePathStyle: true })
  return {
    url: server.url,
    /** Of the objects' files, for whoever reads them in another thread. */
    directory,
    client,
    async close() {
      client.destroy()
      await server.close()
    },
  }
}

const corsRule = (rule: Json) => ({
  allowedOrigins: listAt(rule, 'AllowedOrigins').map(String),
  allowedMethods: listAt(rule, 'AllowedMethods').map(String),
  allowedHeaders: listAt(rule, 'AllowedHeaders').map(String),
  exposedHeaders: listAt(rule, 'ExposedHeaders').map(String),
})

function bucketsThatTell(cloud: Cloud): Set<string> {
  const telling = cloud
    .ofType('AWS::S3::Bucket')
    .filter(({ properties }) =>
      isObject(objectAt(properties, 'NotificationConfiguration').EventBridgeConfiguration),
    )
  return new Set(telling.map(({ ref }) => ref))
}
