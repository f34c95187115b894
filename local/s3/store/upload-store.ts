import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { noSuchUpload, S3Error } from '#local/s3/request/s3-error'
import type { StagedContent } from './object-store.ts'
import type { ReceivedContent } from './receive.ts'

export interface Upload {
  readonly id: string
  readonly bucket: string
  readonly key: string
  /** ISO 8601. */
  readonly initiated: string
  readonly contentType: string
  readonly cacheControl?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
}

export interface Part {
  readonly number: number
  readonly size: number
  /** Without quotes. */
  readonly etag: string
  readonly lastModified: string
  /** The file of its content, in the upload's directory. */
  readonly content: string
}

/** Every part but the last, in bytes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const SMALLEST_PART = 5 * 1024 * 1024

/** Multipart uploads under way; they outlive a restart, as a browser that resumes one expects. */
export class UploadStore {
  readonly #directory: string
  readonly #uploads = new Map<string, { upload: Upload; parts: Map<number, Part> }>()

  private constructor(directory: string) {
    this.#directory = directory
  }

  static async open(directory: string): Promise<UploadStore> {
    const store = new UploadStore(directory)
    await mkdir(directory, { recursive: true })
    for (const id of await readdir(directory)) {
      const read = async (name: string) => JSON.parse(await readFile(store.#path(id, name), 'utf8'))
      const names = (await readdir(join(directory, id))).filter((name) => name.endsWith('.json'))
      if (!names.includes('upload.json')) continue
      const parts = new Map<number, Part>()
      for (const name of names.filter((file) => file !== 'upload.json')) {
        const part: Part = await read(name)
        parts.set(part.number, part)
      }
      store.#uploads.set(id, { upload: await read('upload.json'), parts })
    }
    return store
  }

  async create(details: Omit<Upload, 'id' | 'initiated'>): Promise<Upload> {
    const upload: Upload = {
      ...details,
      id: randomBytes(24).toString('base64url'),
      initiated: new Date().toISOString(),
    }
    await mkdir(join(this.#directory, upload.id))
    await this.#write(upload.id, 'upload', upload)
    this.#uploads.set(upload.id, { upload, parts: new Map() })
    return upload
  }

  /** Throws `NoSuchUpload` unless it is one of this object. */
  get(id: string, bucket: string, key: string): { upload: Upload; parts: readonly Part[] } {
    const found = this.#uploads.get(id)
    if (found?.upload.bucket !== bucket || found.upload.key !== key) throw noSuchUpload()
    return {
      upload: found.upload,
      parts: [...found.parts.values()].sort((a, b) => a.number - b.number),
    }
  }

  list(bucket: string): Upload[] {
    return [...this.#uploads.values()]
      .map(({ upload }) => upload)
      .filter((upload) => upload.bucket === bucket)
  }

  async putPart(id: string, number: number, content: ReceivedContent): Promise<Part> {
    const found = this.#uploads.get(id)
    if (!found) {
      await rm(content.file, { force: true })
      throw noSuchUpload()
    }
    const part: Part = {
      number,
      size: content.size,
      etag: content.md5,
      lastModified: new Date().toISOString(),
      content: `${number}.${randomBytes(6).toString('hex')}`,
    }
    await rename(content.file, this.#path(id, part.content))
    await this.#write(id, String(number), part)
    const before = found.parts.get(number)
    found.parts.set(number, part)
    if (before) await rm(this.#path(id, before.content), { force: true })
    return part
  }

  /** Writes the chosen parts, one after the other, to `file`; the upload stays until {@link remove}. */
  async assemble(
    id: string,
    chosen: readonly { readonly number: number; readonly etag: string }[],
    file: string,
  ): Promise<StagedContent & { readonly etag: string }> {
    const parts = chosen.map(({ number, etag }, index) => {
      if (index > 0 && number <= (chosen[index - 1]?.number ?? 0))
        throw new S3Error(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.')
      const part = this.#uploads.get(id)?.parts.get(number)
      if (part?.etag !== etag)
        throw new S3Error(
          400,
          'InvalidPart',
          `Part ${number} could not be found, or its ETag is not the one that was given.`,
        )
      if (part.size < SMALLEST_PART && index < chosen.length - 1)
        throw new S3Error(
          400,
          'EntityTooSmall',
          `Part ${number} is smaller than 5 MiB, the minimum of all parts but the last.`,
        )
      return part
    })
    const paths = parts.map(({ content }) => this.#path(id, content))
    await pipeline(async function* () {
      for (const path of paths) yield* createReadStream(path)
    }, createWriteStream(file))
    const md5 = createHash('md5')
    for (const { etag } of parts) md5.update(Buffer.from(etag, 'hex'))
    const etag = `${md5.digest('hex')}-${parts.length}`
    return { file, size: parts.reduce((sum, { size }) => sum + size, 0), md5: etag, etag }
  }

  async remove(id: string): Promise<void> {
    this.#uploads.delete(id)
    await rm(join(this.#directory, id), { recursive: true, force: true })
  }

  async #write(id: string, name: string, value: Upload | Part): Promise<void> {
    const file = this.#path(id, `${name}.temporary`)
    await writeFile(file, JSON.stringify(value))
    await rename(file, this.#path(id, `${name}.json`))
  }

  #path(id: string, name: string): string {
    return join(this.#directory, id, name)
  }
}
