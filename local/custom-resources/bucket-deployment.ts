import { globSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { Cloud, CloudResource } from '#local/assembly/cloud'
import { listAt, objectAt, textAt } from '#local/assembly/json'
import { wildcard } from '#local/assembly/wildcard'

/**
 * Does what CDK's `BucketDeployment` does: puts a directory into a bucket, with the deployment's
 * cache control, and with the placeholders of `Source.jsonData` filled in.
 */
export async function deployBuckets(cloud: Cloud, s3: S3Client): Promise<void> {
  for (const deployment of cloud.ofType('Custom::CDKBucketDeployment'))
    for (const [index, key] of listAt(deployment.properties, 'SourceObjectKeys').entries()) {
      const directory = cloud.assets.get(String(key))
      if (!directory || !statSync(directory).isDirectory())
        throw new Error(`${deployment.logicalId} deploys ${key}, which the assembly does not have.`)
      await putDirectory(deployment, index, directory, {
        s3,
        localise: cloud.localise,
      })
    }
}

async function putDirectory(
  deployment: CloudResource,
  index: number,
  directory: string,
  { s3, localise }: { s3: S3Client; localise: (text: string) => string },
): Promise<void> {
  const { properties } = deployment
  const prefix = textAt(properties, 'DestinationBucketKeyPrefix')
    .replace(/\/?$/, '/')
    .replace(/^\//, '')
  const excluded = listAt(properties, 'Exclude').map(String)
  const included = listAt(properties, 'Include').map(String)
  const metadata = objectAt(properties, 'SystemMetadata')
  const markers = Object.entries(
    objectAt({ at: listAt(properties, 'SourceMarkers')[index] ?? {} }, 'at'),
  )
  for (const file of globSync('**/*', { cwd: directory })) {
    const path = join(directory, file)
    if (!statSync(path).isFile() || (matches(file, excluded) && !matches(file, included))) continue
    const body = readFileSync(path)
    await s3.send(
      new PutObjectCommand({
        Bucket: textAt(properties, 'DestinationBucketName'),
        Key: `${prefix}${file}`,
        Body: markers.length > 0 ? localise(fill(body.toString('utf8'), markers)) : body,
        ContentType: textAt(metadata, 'content-type') || contentType(file),
        ...(textAt(metadata, 'cache-control') && {
          CacheControl: textAt(metadata, 'cache-control'),
        }),
      }),
    )
  }
}

const fill = (text: string, markers: [string, unknown][]) =>
  markers.reduce((filled, [marker, value]) => filled.replaceAll(marker, String(value)), text)

/** The AWS CLI's filters: `*` stands for anything, folders included. */
const matches = (file: string, patterns: string[]) =>
  patterns.some((pattern) => wildcard(pattern).test(file))

const contentType = (file: string) => CONTENT_TYPES[extname(file)] ?? 'application/octet-stream'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
