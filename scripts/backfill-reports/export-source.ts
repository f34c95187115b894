import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'

/** The folder of one export, `…/AWSDynamoDB/<export id>`, in a bucket or on this machine. */
export interface ExportSource {
  readonly exportId: string
  text(name: string): Promise<string>
  stream(name: string): Promise<Readable>
}

/** @param place `s3://bucket/prefix/AWSDynamoDB/<export id>`, or a folder */
export function openExport(place: string, s3: S3Client): ExportSource {
  const bare = place.replace(/\/+$/, '')
  const exportId = basename(bare)
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.+)$/.exec(bare) ?? []
  if (!bucket || !prefix)
    return {
      exportId,
      text: (name) => readFile(join(bare, name), 'utf8'),
      stream: async (name) => createReadStream(join(bare, name)),
    }
  const get = async (name: string) => {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: `${prefix}/${name}` }),
    )
    if (!Body) throw new Error(`${name} has no content.`)
    return Body
  }
  return {
    exportId,
    text: async (name) => (await get(name)).transformToString(),
    stream: async (name) => {
      const body = await get(name)
      return body instanceof Readable ? body : Readable.from(await body.transformToByteArray())
    },
  }
}
