import { S3Error } from './s3-error.ts'

/** A text with its percent signs undone; throws S3's 400 where they are malformed. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new S3Error(400, 'InvalidURI', `Couldn't parse the specified URI: ${String(cause)}`)
  }
}
