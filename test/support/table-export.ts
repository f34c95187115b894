import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'

type Item = Record<string, AttributeValue>

export interface TableExport {
  readonly bucket: string
  readonly exportId: string
  readonly exportTime: string
  readonly items: readonly Item[]
}

/**
 * Writes an export of a table as DynamoDB does, in three files; answers its place.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html
 */
export async function putExport(
  s3: S3Client,
  { bucket, exportId, exportTime, items }: TableExport,
): Promise<string> {
  const prefix = `2026-Nov/AWSDynamoDB/${exportId}`
  const put = (name: string, Body: string | Buffer) =>
    s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${prefix}/${name}`, Body }))
  const files: string[] = []
  for (const n of [0, 1, 2]) {
    const its = items.filter((_, at) => at % 3 === n)
    const lines = its.map((item) => `${JSON.stringify({ Item: item }, withBase64)}\n`)
    const content = gzipSync(lines.join(''))
    const name = `data/asdl123dasas${n}.json.gz`
    await put(name, content)
    const md5 = createHash('md5').update(content)
    files.push(
      JSON.stringify({
        itemCount: its.length,
        md5Checksum: md5.digest('base64'),
        etag: `af83d6f217c19b8b0fff8023d8ca471${n}-1`,
        dataFileS3Key: `${prefix}/${name}`,
      }),
    )
  }
  await put('manifest-files.json', `${files.join('\n')}\n`)
  const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/lectern-test'
  await put(
    'manifest-summary.json',
    JSON.stringify({
      version: '2020-06-30',
      exportArn: `${table}/export/${exportId}`,
      startTime: exportTime,
      endTime: exportTime,
      tableArn: table,
      tableId: '12345a12-abcd-123a-ab12-1234abc12345',
      exportTime,
      s3Bucket: bucket,
      s3Prefix: '2026-Nov',
      s3SseAlgorithm: 'AES256',
      s3SseKmsKeyId: null,
      manifestFilesS3Key: `${prefix}/manifest-files.json`,
      billedSizeBytes: 0,
      itemCount: items.length,
      outputFormat: 'DYNAMODB_JSON',
    }),
  )
  return `s3://${bucket}/${prefix}`
}

const withBase64 = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && 'B' in value && value.B instanceof Uint8Array
    ? { B: Buffer.from(value.B).toString('base64') }
    : value
