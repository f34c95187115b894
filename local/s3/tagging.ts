import { type Handler, sendEmpty, sendXml } from './operation.ts'
import { noSuchKey, S3Error } from './request/s3-error.ts'
import { malformedXml, parseXml } from './request/xml.ts'
import { receiveText } from './store/receive.ts'

export const getTagging: Handler = async ({ response, bucket, key, store }) => {
  const object = store.head(bucket, key)
  if (!object) throw noSuchKey()
  sendXml(response, 'Tagging', {
    TagSet: { Tag: Object.entries(object.tags).map(([Key, Value]) => ({ Key, Value })) },
  })
}

export const putTagging: Handler = async ({ request, response, signed, bucket, key, store }) => {
  const tags = tagsOf(parseXml(await receiveText(request, signed), 'Tagging'))
  if (Object.keys(tags).length > MOST_TAGS)
    throw new S3Error(400, 'BadRequest', `Object tags cannot be greater than ${MOST_TAGS}`)
  if (!store.head(bucket, key)) throw noSuchKey()
  await store.tag(bucket, key, tags)
  sendEmpty(response, 200)
}

export const deleteTagging: Handler = async ({ response, bucket, key, store }) => {
  if (!store.head(bucket, key)) throw noSuchKey()
  await store.tag(bucket, key, {})
  sendEmpty(response, 204)
}

const MOST_TAGS = 10

function tagsOf(document: unknown): Record<string, string> {
  if (typeof document !== 'object' || document === null || !('TagSet' in document))
    throw malformedXml()
  const set = document.TagSet
  // An empty TagSet is read as text.
  if (typeof set !== 'object' || set === null || !('Tag' in set)) return {}
  return Object.fromEntries(
    [set.Tag].flat().map((tag) => {
      if (typeof tag !== 'object' || tag === null || !('Key' in tag)) throw malformedXml()
      return [String(tag.Key), 'Value' in tag ? String(tag.Value) : '']
    }),
  )
}
