import { type Handler, numberIn, sendXml } from './operation.ts'
import { invalidArgument } from './request/s3-error.ts'
import { compareKeys, type ObjectMetadata } from './store/object-store.ts'

/** ListObjectsV2, and ListObjects for those who still ask so. */
export const listObjects: Handler = async ({ response, query, bucket, store }) => {
  const isV2 = query.get('list-type') === '2'
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const most = numberIn(query.get('max-keys'), 1000, 0, 1000)
  const encoding = query.get('encoding-type') ?? undefined
  const encode = (text: string) =>
    encoding === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : text
  const token = query.get('continuation-token')
  const startAfter = query.get(isV2 ? 'start-after' : 'marker') ?? ''
  const after = token === null ? startAfter : keyOf(token)

  const entries = entriesOf(store.list(bucket, prefix), prefix, delimiter).filter(
    (entry) => compareKeys(entry.name, after) > 0,
  )
  const page = entries.slice(0, most)
  const last = entries.length > page.length ? page.at(-1)?.name : undefined
  sendXml(response, 'ListBucketResult', {
    Name: bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter ? encode(delimiter) : undefined,
    MaxKeys: most,
    EncodingType: encoding,
    IsTruncated: last !== undefined,
    ...(isV2
      ? {
          KeyCount: page.length,
          ContinuationToken: token ?? undefined,
          NextContinuationToken: last && Buffer.from(last).toString('base64url'),
          StartAfter: startAfter ? encode(startAfter) : undefined,
        }
      : { Marker: encode(startAfter), NextMarker: last && encode(last) }),
    Contents: page.flatMap(({ object }) =>
      object
        ? {
            Key: encode(object.key),
            LastModified: object.lastModified,
            ETag: `"${object.etag}"`,
            Size: object.size,
            StorageClass: 'STANDARD',
          }
        : [],
    ),
    CommonPrefixes: page.flatMap(({ name, object }) => (object ? [] : { Prefix: encode(name) })),
  })
}

/** An object, or the common prefix of several, which stands for them all. */
interface Entry {
  readonly name: string
  readonly object?: ObjectMetadata
}

function entriesOf(objects: readonly ObjectMetadata[], prefix: string, delimiter: string): Entry[] {
  const entries: Entry[] = []
  for (const object of objects) {
    const at = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1
    const name = at < 0 ? object.key : object.key.slice(0, at + delimiter.length)
    if (at < 0) entries.push({ name, object })
    else if (entries.at(-1)?.name !== name) entries.push({ name })
  }
  return entries
}

function keyOf(token: string): string {
  const key = Buffer.from(token, 'base64url').toString('utf8')
  if (Buffer.from(key).toString('base64url') !== token)
    throw invalidArgument('The continuation token provided is incorrect')
  return key
}
