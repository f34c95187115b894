import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join, posix } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

export interface S3Location {
  readonly bucket: string
  readonly key: string
}

/** `s3://bucket/key`; throws on anything else. */
export function parseS3Url(url: string): S3Location {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(url) ?? []
  if (!bucket || !key) throw new Error(`${url} is not an address like s3://bucket/key`)
  return { bucket, key }
}

/** An address that ffprobe can read pieces of, so that a look does not copy the whole file. */
export async function readableAddress(s3: S3Client, { bucket, key }: S3Location) {
  const object = { Bucket: bucket, Key: key }
  const { ContentLength = 0 } = await s3.send(new HeadObjectCommand(object))
  return {
    size: ContentLength,
    url: await getSignedUrl(s3, new GetObjectCommand(object), { expiresIn: 300 }),
  }
}

export async function download(
  s3: S3Client,
  { bucket, key }: S3Location,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  if (!(Body instanceof Readable)) throw new Error(`s3://${bucket}/${key} has no content`)
  await pipeline(Body, createWriteStream(file), { signal })
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mpd': 'application/dash+xml',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
  '.jpg': 'image/jpeg',
}

const isManifest = (name: string) => /\.(m3u8|mpd)$/.test(name)

/** Every file of the directory, beside the destination; manifests last, so that none names a segment that is not there yet. */
export async function upload(
  s3: S3Client,
  directory: string,
  destination: S3Location,
  signal: AbortSignal,
): Promise<void> {
  const names = (await readdir(directory)).sort(
    (a, b) => Number(isManifest(a)) - Number(isManifest(b)) || a.localeCompare(b),
  )
  for (const name of names) {
    signal.throwIfAborted()
    const file = join(directory, name)
    await s3.send(
      new PutObjectCommand({
        Bucket: destination.bucket,
        Key: posix.join(posix.dirname(destination.key), name),
        Body: createReadStream(file),
        ContentLength: (await stat(file)).size,
        ContentType: CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
      }),
    )
  }
}
