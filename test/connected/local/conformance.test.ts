import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ObjectCreated } from '#contract/videos/events'
import { startS3 } from '#local/s3/server'

const Bucket = 'ingest'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }
const dataDir = mkdtempSync(join(tmpdir(), 'lectern-s3-'))
const events: unknown[] = []
let server: Awaited<ReturnType<typeof startS3>>
let s3: S3Client

async function start() {
  server = await startS3({
    port: 0,
    dataDir,
    region: 'us-east-1',
    credentials,
    buckets: [
      {
        name: Bucket,
        cors: [
          {
            allowedOrigins: ['https://learn.example'],
            allowedMethods: ['PUT', 'GET'],
            allowedHeaders: ['*'],
            exposedHeaders: ['ETag'],
          },
        ],
      },
    ],
    onEvent: (event) => events.push(event),
  })
  s3 = clientWith(credentials)
}

function clientWith(signedBy: typeof credentials): S3Client {
  return new S3Client({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: signedBy,
    forcePathStyle: true,
  })
}

async function textOf(Key: string, Range?: string): Promise<string | undefined> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }))
  return await Body?.transformToString()
}

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }))

beforeAll(start)
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the S3 stand-in, for a client that trusts it to be S3', () => {
  it('keeps the bytes of a stream that the SDK sends in chunks with a trailing checksum', async () => {
    const text = 'lecture '.repeat(40_000)
    const Body = Readable.from([Buffer.from(text.slice(0, 100)), Buffer.from(text.slice(100))])
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'streamed', Body, ContentLength: text.length }),
    )
    expect(await textOf('streamed')).toBe(text)
  })

  it('reports a multipart upload once, under its unencoded key, with the etag of its parts', async () => {
    const Key = 'course 1/für & alle.mp4'
    const Body = Buffer.alloc(11 * 1024 * 1024, 'v')
    const done = await new Upload({ client: s3, params: { Bucket, Key, Body } }).done()
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-3"$/)
    const reported = events.map((event) => ObjectCreated.parse(event).detail)
    expect(reported.filter(({ object }) => object.key === Key)).toEqual([
      expect.objectContaining({
        reason: 'CompleteMultipartUpload',
        object: expect.objectContaining({
          size: Body.length,
          etag: done.ETag?.replaceAll('"', ''),
        }),
      }),
    ])
    expect(await textOf(Key, 'bytes=5242878-5242883')).toBe('vvvvvv')
  })

  it('refuses a wrong secret, an unknown key and a request without a signature', async () => {
    const wrong = clientWith({ ...credentials, secretAccessKey: 'guessed' })
    const unknown = clientWith({ ...credentials, accessKeyId: 'nobody' })
    const ask = new ListObjectsV2Command({ Bucket })
    await expect(wrong.send(ask)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
    await expect(unknown.send(ask)).rejects.toMatchObject({ name: 'InvalidAccessKeyId' })
    expect((await fetch(`${server.url}/${Bucket}/streamed`)).status).toBe(403)
  })

  it('refuses a presigned URL after its time, or for another key', async () => {
    await put('signed', 'open')
    const command = new GetObjectCommand({ Bucket, Key: 'signed' })
    const url = await getSignedUrl(s3, command, { expiresIn: 60 })
    const old = await getSignedUrl(s3, command, {
      expiresIn: 60,
      signingDate: new Date(Date.now() - 120_000),
    })
    expect(await (await fetch(url)).text()).toBe('open')
    expect((await fetch(url.replace('/signed?', '/streamed?'))).status).toBe(403)
    const late = await fetch(old)
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('AccessDenied')])
  })

  it('keeps nothing of a body whose checksum is not the one announced', async () => {
    const wrong = new PutObjectCommand({
      Bucket,
      Key: 'damaged',
      Body: 'a',
      ChecksumCRC32: 'AAAAAA==',
    })
    await expect(s3.send(wrong)).rejects.toMatchObject({ name: 'BadDigest' })
    await expect(textOf('damaged')).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  it('does not overwrite when If-None-Match forbids it', async () => {
    await put('once', 'first')
    const again = new PutObjectCommand({ Bucket, Key: 'once', Body: 'second', IfNoneMatch: '*' })
    await expect(s3.send(again)).rejects.toMatchObject({ name: 'PreconditionFailed' })
    expect(await textOf('once')).toBe('first')
  })

  it('pages through keys by delimiter without losing or repeating a group', async () => {
    for (const key of ['p/a/1', 'p/a/2', 'p/b', 'p/c/1']) await put(key, key)
    const seen: (string | undefined)[] = []
    let ContinuationToken: string | undefined
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          ...{ Bucket, Prefix: 'p/', Delimiter: '/', MaxKeys: 1, ContinuationToken },
        }),
      )
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix))
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key))
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
    expect(seen).toEqual(['p/a/', 'p/b', 'p/c/'])
  })

  it('copies an object, and lets an allowed origin preflight a PUT while refusing others', async () => {
    await put('original', 'same')
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/original` }))
    expect(await textOf('copy')).toBe('same')
    const preflight = (origin: string) =>
      fetch(`${server.url}/${Bucket}/x`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      })
    const allowed = await preflight('https://learn.example')
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://learn.example')
    expect((await preflight('https://evil.example')).status).toBe(403)
  })

  it('takes keys of 1,024 bytes in UTF-8, and no longer ones, to read, to write or to copy from', async () => {
    const longest = 'é'.repeat(512)
    await put(longest, 'long')
    expect(await textOf(longest)).toBe('long')
    const refusal = { name: 'KeyTooLongError', $metadata: { httpStatusCode: 400 } }
    for (const command of [
      new PutObjectCommand({ Bucket, Key: `${longest}a`, Body: 'x' }),
      new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/${'a'.repeat(1025)}` }),
    ])
      await expect(s3.send(command as PutObjectCommand)).rejects.toMatchObject(refusal)
    await expect(textOf('a'.repeat(1025))).rejects.toMatchObject(refusal)
  })

  it('keeps hostile keys apart, within its directory, and over a restart', async () => {
    const keys = ['h/../../etc/passwd', 'h//x', `h/${'é'.repeat(500)}`, 'h/%2F+ ?#']
    for (const key of keys) await put(key, key)
    await server.close()
    await start()
    for (const key of keys) expect(await textOf(key)).toBe(key)
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'h/' }))
    expect(Contents?.map(({ Key }) => Key).toSorted()).toEqual(keys.toSorted())
  })
})
