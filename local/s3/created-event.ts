import { randomUUID } from 'node:crypto'
import type { ObjectCreated } from '#contract/videos/events'
import { ACCOUNT } from '#local/assembly/identifiers'
import type { CreationReason } from './operation.ts'
import type { ObjectMetadata } from './store/object-store.ts'

export interface ObjectCreatedEvent extends ObjectCreated {
  readonly version: '0'
  readonly account: string
  readonly region: string
  readonly resources: readonly string[]
}

/** Makes the events that S3 sends to EventBridge; each sequencer is above the one before. */
export function createEventMaker(region: string) {
  let sequence = BigInt(Date.now()) << 20n
  return (bucket: string, object: ObjectMetadata, reason: CreationReason): ObjectCreatedEvent => {
    sequence += 1n
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: ACCOUNT,
      time: object.lastModified,
      region,
      resources: [`arn:aws:s3:::${bucket}`],
      detail: {
        bucket: { name: bucket },
        object: {
          key: object.key,
          size: object.size,
          etag: object.etag,
          sequencer: sequence.toString(16).toUpperCase().padStart(18, '0'),
        },
        reason,
      },
    }
  }
}
