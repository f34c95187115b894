import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  type ByteRange,
  metadataFile,
  type StoredMetadata,
  type StoredObject,
} from './object-store.ts'

/**
 * Reads the objects of a store that another thread writes to. An object is its metadata's file, which is replaced in one
 * step and names the content's; who finds that one gone looks again.
 */
export const storedFilesOf = (directory: string) => ({
  /** Null when there is no such object. */
  async read(bucket: string, key: string, range?: ByteRange): Promise<StoredObject | null> {
    const folder = join(directory, 'buckets', bucket)
    let before: string | undefined
    for (;;) {
      const text = await orMissing(readFile(join(folder, metadataFile(key)), 'utf8'))
      if (text === undefined) return null
      const metadata: StoredMetadata = JSON.parse(text)
      if (metadata.size === 0) return { metadata, stream: Readable.from([]) }
      const file = await orMissing(open(join(folder, metadata.content)))
      if (file) return { metadata, stream: file.createReadStream({ ...range }) }
      if (text === before) throw new Error(`The content of ${bucket}/${key} is missing.`)
      before = text
    }
  },
})

/** Undefined where there is no such file. */
const orMissing = <T>(opening: Promise<T>): Promise<T | undefined> =>
  opening.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
