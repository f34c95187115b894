import { createHash } from 'node:crypto'
import { encodeTime } from 'ulid'
import { AssetId } from '#contract/platform/ids'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The id that one write of one object always gets: the time of its event and 80 bits of a hash, as
 * a ULID. The same event delivered again therefore finds the asset that it made the first time.
 */
export function assetIdOf(write: {
  readonly time: string
  readonly bucket: string
  readonly key: string
  readonly etag: string
  readonly sequencer: string
}): AssetId {
  const hash = createHash('sha256')
    .update(JSON.stringify([write.bucket, write.key, write.etag, write.sequencer]))
    .digest()
  const randomness = [...hash.subarray(0, 16)].map((byte) => CROCKFORD[byte & 31]).join('')
  return AssetId.parse(`ast_${encodeTime(Date.parse(write.time))}${randomness}`)
}
