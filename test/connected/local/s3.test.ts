import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellRefusals } from '#adapters/storage/refusals'
import { createSourceFiles } from '#adapters/storage/source-files'
import { createUploadStore } from '#adapters/storage/upload-store'
import { createObjectTagger } from '#adapters/transcoder/object-tagger'
import { ObjectCreated } from '#contract/videos/events'
import { type S3Server, startS3 } from '#local/s3/server'

const MEBIBYTE = 1024 * 1024
const Bucket = 'ingest'
const ORIGIN = 'http://127.0.0.1:4200'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }

const dataDir = mkdtempSync(join(tmpdir(), 'lectern-s3-'))
const events: ObjectCreated[] = []
let server: S3Server
let s3: S3Client

const start = () =>
  startS3({
    port: 0,
    dataDir,
    region: 'us-east-1',
    credentials,
    buckets: [
      {
        name: Bucket,
        cors: [
          {
            allowedOrigins: [ORIGIN],
            allowedMethods: ['PUT'],
            allowedHeaders: ['*'],
            exposedHeaders: ['ETag'],
          },
        ],
      },
    ],
    onEvent: (event) => events.push(ObjectCreated.parse(event)),
  })

const clientOf = (secretAccessKey: string, checksums: 'WHEN_SUPPORTED' | 'WHEN_REQUIRED') =>
  new S3Client({
    endpoint: server.url,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { ...credentials, secretAccessKey },
    requestChecksumCalculation: checksums,
    maxAttempts: 1,
  })

const eventsOf = (key: string) => events.filter(({ detail }) => detail.object.key === key)

async function contentOf(Key: string, Range?: string): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }))
  return Buffer.from((await Body?.transformToByteArray()) ?? [])
}

beforeAll(async () => {
  server = await start()
  s3 = clientOf(credentials.secretAccessKey, 'WHEN_SUPPORTED')
})

afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true })
})

test('a streamed PUT with the default checksums is stored as it was and announced once', async () => {
  const content = randomBytes(300_000)
  const Key = 'course/a lecture+é&.mp4'
  await s3.send(
    new PutObjectCommand({
      Bucket,
      Key,
      Body: Readable.from([content.subarray(0, 100_001), content.subarray(100_001)]),
      ContentLength: content.length,
      ContentType: 'video/mp4',
      Metadata: { source: 'camera' },
    }),
  )

  expect((await contentOf(Key)).equals(content)).toBe(true)
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key }))
  expect(head).toMatchObject({ ContentType: 'video/mp4', Metadata: { source: 'camera' } })
  expect(head.ContentEncoding).toBeUndefined()
  expect(eventsOf(Key)).toMatchObject([
    {
      detail: {
        reason: 'PutObject',
        bucket: { name: Bucket },
        object: { size: 300_000, etag: createHash('md5').update(content).digest('hex') },
      },
    },
  ])
})

test('an upload in parts by the SDK becomes one object and one event', async () => {
  const content = randomBytes(11 * MEBIBYTE)
  const Key = 'course/long.mp4'
  const params = { Bucket, Key, Body: Readable.from(content), ContentType: 'video/mp4' }
  await new Upload({ client: s3, params, partSize: 5 * MEBIBYTE }).done()

  expect((await contentOf(Key)).equals(content)).toBe(true)
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key }))
  expect(head.ETag).toMatch(/^"[0-9a-f]{32}-3"$/)
  expect(eventsOf(Key).map(({ detail }) => detail.reason)).toEqual(['CompleteMultipartUpload'])
})

test('a presigned URL takes a PUT and a part', async () => {
  const signer = clientOf(credentials.secretAccessKey, 'WHEN_REQUIRED')
  const url = await getSignedUrl(signer, new PutObjectCommand({ Bucket, Key: 'presigned' }))
  expect((await fetch(url, { method: 'PUT', body: 'whole' })).status).toBe(200)
  expect((await contentOf('presigned')).toString()).toBe('whole')

  const Key = 'presigned-parts'
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const part = { Bucket, Key, UploadId, PartNumber: 1 }
  const partUrl = await getSignedUrl(signer, new UploadPartCommand(part))
  const answer = await fetch(partUrl, { method: 'PUT', body: 'part', headers: { origin: ORIGIN } })
  expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN)
  expect(answer.headers.get('access-control-expose-headers')).toBe('ETag')
  const ETag = answer.headers.get('etag') ?? ''
  await s3.send(
    new CompleteMultipartUploadCommand({
      Bucket,
      Key,
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  )
  expect((await contentOf(Key)).toString()).toBe('part')
})

test('a range gives its bytes alone, and one beyond the end is refused', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'digits', Body: '0123456789' }))
  expect((await contentOf('digits', 'bytes=2-4')).toString()).toBe('234')
  expect((await contentOf('digits', 'bytes=-3')).toString()).toBe('789')
  expect((await contentOf('digits', 'bytes=8-100')).toString()).toBe('89')
  await expect(contentOf('digits', 'bytes=10-')).rejects.toMatchObject({ name: 'InvalidRange' })
})

test('more than 1,000 parts are listed by pages, all of them with their sizes', async () => {
  const Key = 'many-parts'
  const uploads = createUploadStore(s3, Bucket)
  const uploadId = await uploads.start(Key, 'video/mp4', 'up_1')
  const numbers = Array.from({ length: 1_001 }, (_, at) => at + 1)
  const send = async () => {
    for (let PartNumber = numbers.shift(); PartNumber; PartNumber = numbers.shift())
      await s3.send(
        new UploadPartCommand({ Bucket, Key, UploadId: uploadId, PartNumber, Body: 'ab' }),
      )
  }
  await Promise.all([send(), send(), send(), send()])
  const parts = await uploads.listParts(Key, uploadId)
  expect(parts).toHaveLength(1_001)
  expect(parts?.at(-1)).toMatchObject({ partNumber: 1_001, sizeBytes: 2 })
  await uploads.abort(Key, uploadId)
  expect(await uploads.listParts(Key, uploadId)).toBeNull()
}, 30_000)

test('an upload whose part came again while it was joined, or that was joined already, says so', async () => {
  const Key = 'raced.mp4'
  const uploads = createUploadStore(s3, Bucket)
  const uploadId = await uploads.start(Key, 'video/mp4', 'up_1')
  const part = { Bucket, Key, UploadId: uploadId, PartNumber: 1 }
  await s3.send(new UploadPartCommand({ ...part, Body: 'ab' }))
  const listed = (await uploads.listParts(Key, uploadId)) ?? []
  await s3.send(new UploadPartCommand({ ...part, Body: 'cd' }))
  expect(await uploads.complete(Key, uploadId, listed)).toBe('changed')
  const now = (await uploads.listParts(Key, uploadId)) ?? []
  expect(await uploads.complete(Key, uploadId, now)).toBe('joined')
  expect(await uploads.complete(Key, uploadId, now)).toBe('gone')
  await uploads.abort(Key, uploadId)
})

test('parts are listed, outlive a restart, and are gone when the upload is aborted', async () => {
  const Key = 'aborted'
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 3, Body: 'three' }))
  await server.close()
  server = await start()
  s3 = clientOf(credentials.secretAccessKey, 'WHEN_SUPPORTED')

  const { Parts } = await s3.send(new ListPartsCommand({ Bucket, Key, UploadId }))
  expect(Parts).toMatchObject([{ PartNumber: 3, Size: 5 }])
  const listed = await s3.send(new ListMultipartUploadsCommand({ Bucket }))
  expect(listed.Uploads?.map((upload) => upload.Key)).toEqual([Key])

  await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
  await expect(s3.send(new ListPartsCommand({ Bucket, Key, UploadId }))).rejects.toMatchObject({
    name: 'NoSuchUpload',
  })
})

test('keys are listed by prefix, delimiter and page, and deleted together', async () => {
  const keys = ['list/a', 'list/b/1', 'list/b/2', 'list/c d']
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))

  const folder = await s3.send(
    new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }),
  )
  expect(folder.Contents?.map(({ Key }) => Key)).toEqual(['list/a', 'list/c d'])
  expect(folder.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }])

  const page = { Bucket, Prefix: 'list/', MaxKeys: 3 }
  const first = await s3.send(new ListObjectsV2Command(page))
  const ContinuationToken = first.NextContinuationToken
  const second = await s3.send(new ListObjectsV2Command({ ...page, ContinuationToken }))
  expect([first, second].flatMap(({ Contents = [] }) => Contents.map(({ Key }) => Key))).toEqual(
    keys,
  )

  const Objects = keys.map((Key) => ({ Key }))
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  expect((await s3.send(new ListObjectsV2Command(page))).KeyCount).toBe(0)
})

test('tags come with the object, are replaced, and go along with a copy', async () => {
  const Key = 'tagged'
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', Tagging: 'state=new' }))
  await s3.send(
    new PutObjectTaggingCommand({
      Bucket,
      Key,
      Tagging: { TagSet: [{ Key: 'state', Value: 'a & b' }] },
    }),
  )
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'copied', CopySource: `${Bucket}/${Key}` }))

  const { TagSet } = await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'copied' }))
  expect(TagSet).toEqual([{ Key: 'state', Value: 'a & b' }])
  expect(eventsOf('copied').map(({ detail }) => detail.reason)).toEqual(['CopyObject'])
})

test('an archived object is refused for good, and is there', async () => {
  const Key = 'archived.mp4'
  const { ETag = '' } = await s3.send(
    new PutObjectCommand({ Bucket, Key, Body: 'abc', StorageClass: 'GLACIER' }),
  )
  const etag = ETag.replaceAll('"', '')
  const sources = createSourceFiles(
    tellRefusals(clientOf(credentials.secretAccessKey, 'WHEN_SUPPORTED')),
    Bucket,
  )
  expect(await sources.hasWrite(Key, etag)).toBe(true)
  const refusal = { name: 'Refusal', kind: 'archived' }
  await expect(sources.readStructure(Key, 3)).rejects.toMatchObject(refusal)
  await expect(sources.sha256(Key, etag)).rejects.toMatchObject(refusal)
  expect(await sources.sha256('none.mp4', etag)).toBeNull()
})

test('our tags stand beside the uploader’s own, and take the place of none', async () => {
  const tagger = createObjectTagger(s3)
  const ours = { 'lectern-state': 'ready', 'lectern-asset': 'ast_1' }
  for (const [Key, own] of [
    ['roomy', 8],
    ['crowded', 9],
  ] as const) {
    const Tagging = Array.from({ length: own }, (_, index) => `own${index}=x`).join('&')
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', Tagging }))
    await tagger.tag(Bucket, Key, ours)
    await tagger.tag(Bucket, Key, { ...ours, 'lectern-state': 'failed' })
    const { TagSet = [] } = await s3.send(new GetObjectTaggingCommand({ Bucket, Key }))
    const isTagged = TagSet.some(({ Value }) => Value === 'failed')
    expect([Key, TagSet.length, isTagged]).toEqual([Key, own === 8 ? 10 : 9, own === 8])
  }
})

test('a write of an object is told from a later one, and from none', async () => {
  const { hasWrite } = createSourceFiles(s3, Bucket)
  const write = async (Body: string) => {
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'written', Body }))
    return ETag?.replaceAll('"', '') ?? ''
  }
  const first = await write('one')
  expect(await hasWrite('written', first)).toBe(true)
  const second = await write('two')
  expect([await hasWrite('written', first), await hasWrite('written', second)]).toEqual([
    false,
    true,
  ])
  expect(await hasWrite('never written', first)).toBe(false)
})

test('a preflight is answered by the bucket’s rules', async () => {
  const preflight = (origin: string) =>
    fetch(`${server.url}/${Bucket}/x`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT' },
    })
  const allowed = await preflight(ORIGIN)
  expect(allowed.status).toBe(200)
  expect(allowed.headers.get('access-control-allow-methods')).toBe('PUT')
  expect((await preflight('http://elsewhere.example')).status).toBe(403)
})

test('a wrong secret, no signature and an expired URL are refused', async () => {
  const command = new GetObjectCommand({ Bucket, Key: 'digits' })
  await expect(clientOf('wrong', 'WHEN_SUPPORTED').send(command)).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    $metadata: { httpStatusCode: 403 },
  })
  expect((await fetch(`${server.url}/${Bucket}/digits`)).status).toBe(403)

  const signingDate = new Date(Date.now() - 120_000)
  const expired = await fetch(await getSignedUrl(s3, command, { expiresIn: 60, signingDate }))
  expect(expired.status).toBe(403)
  expect(await expired.text()).toContain('<Code>AccessDenied</Code>')
})

test('content that its checksum does not fit is not stored', async () => {
  const Key = 'damaged'
  await expect(
    s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ChecksumCRC32: 'AAAAAA==' })),
  ).rejects.toMatchObject({ name: 'BadDigest' })
  await expect(
    s3.send(
      new PutObjectCommand({ Bucket, Key, Body: 'x', ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
    ),
  ).rejects.toMatchObject({ name: 'BadDigest' })
  expect(server.store.head(Bucket, Key)).toBeNull()
})

test('a conditional write does not replace an object', async () => {
  const put = { Bucket, Key: 'once', Body: 'first', IfNoneMatch: '*' }
  await s3.send(new PutObjectCommand(put))
  await expect(s3.send(new PutObjectCommand({ ...put, Body: 'second' }))).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
  expect((await contentOf('once')).toString()).toBe('first')
})

test('keys that look like paths stay apart, and within the bucket', async () => {
  const keys = ['hostile/../../escape', 'hostile//x', `hostile/${'é'.repeat(400)}`, 'hostile/%2F?#']
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
  for (const key of keys) expect((await contentOf(key)).toString()).toBe(key)
  expect(server.store.list(Bucket, 'hostile/').map(({ key }) => key)).toEqual([...keys].sort())
})

test('of conditional writes at the same time, one is done', async () => {
  const put = { Bucket, Key: 'raced', IfNoneMatch: '*' }
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      s3.send(new PutObjectCommand({ ...put, Body: `writer ${index}` })),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(eventsOf('raced')).toHaveLength(1)
})
