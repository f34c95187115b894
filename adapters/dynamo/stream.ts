import type { AttributeValue, DynamoDBRecord } from 'aws-lambda'
import type { Change, ChangeKind } from '#core/platform/reactions'
import { ENTITY_FIELD } from './table.ts'

const KINDS: Record<NonNullable<DynamoDBRecord['eventName']>, ChangeKind> = {
  INSERT: 'created',
  MODIFY: 'changed',
  REMOVE: 'removed',
}

/** A change, and its place in the stream. */
export interface StreamChange extends Change {
  /** The item as it was, where it changed. */
  readonly before: unknown
  /** By the stream's clock, which knows whole seconds: epoch milliseconds. */
  readonly at: number
  readonly sequenceNumber: string
}

/** A record of the table's stream; null for what no entity wrote. */
export function readChange({ eventName, dynamodb }: DynamoDBRecord): StreamChange | null {
  const image = dynamodb?.NewImage ?? dynamodb?.OldImage
  const entity = image?.[ENTITY_FIELD]?.S
  if (!eventName || !image || !entity) return null
  return {
    entity,
    kind: KINDS[eventName],
    item: itemOf(image),
    before: dynamodb?.NewImage && dynamodb.OldImage ? itemOf(dynamodb.OldImage) : null,
    at: (dynamodb?.ApproximateCreationDateTime ?? 0) * 1000,
    sequenceNumber: dynamodb?.SequenceNumber ?? '',
  }
}

/** An item in DynamoDB's own JSON, as streams and exports have it. */
export const itemOf = (image: Readonly<Record<string, AttributeValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, nativeOf(value)]))

/** As the document client reads it. Bytes stay in base 64: nobody who follows a change reads any. */
const nativeOf = ({ S, N, BOOL, NULL, L, M, SS, NS, B, BS }: AttributeValue): unknown => {
  if (NULL) return null
  if (N !== undefined) return Number(N)
  if (L) return L.map(nativeOf)
  if (M) return itemOf(M)
  if (NS) return new Set(NS.map(Number))
  const set = SS ?? BS
  return set ? new Set(set) : (S ?? BOOL ?? B)
}
