/** An answer of S3 that is an error: its code, status and message go to the client. */
export class S3Error extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'S3Error'
    this.code = code
    this.status = status
  }
}

export const noSuchKey = () => new S3Error(404, 'NoSuchKey', 'The specified key does not exist.')

export const noSuchUpload = () =>
  new S3Error(
    404,
    'NoSuchUpload',
    'The specified multipart upload does not exist. It may have been aborted or completed.',
  )

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MOST_KEY_BYTES = 1024

export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > MOST_KEY_BYTES)
    throw new S3Error(400, 'KeyTooLongError', 'Your key is too long')
}

export const invalidArgument = (message: string) => new S3Error(400, 'InvalidArgument', message)
