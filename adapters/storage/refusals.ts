import type { S3Client } from '@aws-sdk/client-s3'
import { Refusal, type RefusalKind } from '#core/videos/source/refusal'

/**
 * S3's answers for an object that is not there. `MethodNotAllowed` is what its tags answer where a versioned
 * bucket keeps a delete marker in its place:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html
 */
const GONE = ['NoSuchKey', 'NotFound', 'MethodNotAllowed']

export const isGone = (error: unknown): boolean =>
  error instanceof Error && GONE.includes(error.name)

/** S3's answers to a read or a write of an object that is another by now, or ends before. */
const CHANGED = ['PreconditionFailed', 'InvalidRange']

/** Null where the object is gone, or was written again. */
export async function unlessAnother<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isGone(error) || (error instanceof Error && CHANGED.includes(error.name))) return null
    throw error
  }
}

/** Forbidden for now alone: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const PASSING = ['RequestTimeTooSkewed', 'ExpiredToken', 'RequestExpired']

/** What a refusal is of an AWS service; null for what may pass by itself, and for an object that is gone. */
export function refusalOf(error: unknown): Refusal | null {
  const kind = error instanceof Error && !PASSING.includes(error.name) && kindOf(error)
  return kind ? new Refusal(kind, { cause: error }) : null
}

function kindOf(error: Error): RefusalKind | null {
  if (error.name === 'InvalidObjectState') return 'archived'
  if (error.name.startsWith('KMS.')) return 'key'
  if (statusOf(error) !== 403) return null
  return /\bkms\b/i.test(error.message) ? 'key' : 'rights'
}

/** By its status, for an answer without a body has no name. */
function statusOf(error: Error): unknown {
  const { $metadata: metadata }: { $metadata?: { httpStatusCode?: unknown } } = Object(error)
  return metadata?.httpStatusCode
}

/** Has a client throw `Refusal` for whatever S3 would refuse again. */
export function tellRefusals(client: S3Client): S3Client {
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: unknown) => {
        throw refusalOf(error) ?? error
      }),
    // Outermost: after the retries.
    { step: 'initialize', name: 'tellRefusals', priority: 'high' },
  )
  return client
}
