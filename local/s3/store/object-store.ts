import { createHash, randomUUID } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

export interface ObjectMetadata {
  readonly key: string
  /** In bytes. */
  readonly size: number
  /** Without quotes: the MD5 of the content, or S3's `<md5 of the parts' md5s>-<parts>`. */
  readonly etag: string
  /** ISO 8601. */
  readonly lastModified: string
  readonly contentType: string
  readonly cacheControl?: string | undefined
  /** Other headers that come back with the object: `content-disposition`, `x-amz-meta-…`. */
  readonly headers: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
}

export interface ByteRange {
  readonly start: number
  /** The last byte, included; none means up to the end. */
  readonly end?: number | undefined
}

export interface StoredObject {
  readonly metadata: ObjectMetadata
  readonly stream: Readable
}

/** Content that waits in a file of the store, to be moved into place. */
export interface StagedContent {
  readonly file: string
  readonly size: number
  readonly md5: string
}

/**
 * Objects as files. Each content is a file of its own, which its metadata names, so that replacing
 * the metadata replaces the object in one step and whoever reads the old one reads it to the end.
 */
export class ObjectStore {
  readonly #directory: string
  readonly #index = new Map<string, Map<string, StoredMetadata>>()

  private constructor(directory: string) {
    this.#directory = directory
  }

  static async open(directory: string, buckets: readonly string[]): Promise<ObjectStore> {
    const store = new ObjectStore(directory)
    await rm(join(directory, 'staged'), { recursive: true, force: true })
    await mkdir(join(directory, 'staged'), { recursive: true })
    for (const bucket of buckets) await store.#load(bucket)
    return store
  }

  get buckets(): string[] {
    return [...this.#index.keys()].sort()
  }

  hasBucket(bucket: string): boolean {
    return this.#index.has(bucket)
  }

  /** A name for content that is being received; {@link put} moves it from there. */
  stagingFile(): string {
    return join(this.#directory, 'staged', randomUUID())
  }

  head(bucket: string, key: string): ObjectMetadata | null {
    return this.#index.get(bucket)?.get(key) ?? null
  }

  /** Null when there is no such object. */
  async read(bucket: string, key: string, range?: ByteRange): Promise<StoredObject | null> {
    const metadata = this.#index.get(bucket)?.get(key)
    if (!metadata) return null
    if (metadata.size === 0) return { metadata, stream: Readable.from([]) }
    // Opened before this returns: a delete that follows does not reach it.
    const file = await open(this.#path(bucket, metadata.content)).catch((error: unknown) => {
      if (this.#index.get(bucket)?.get(key) === metadata) throw error
      return null
    })
    if (!file) return this.read(bucket, key, range)
    return { metadata, stream: file.createReadStream({ ...range }) }
  }

  /** `isAllowed` is asked in the same turn as the object is replaced; throwing keeps the old one. */
  async put(
    bucket: string,
    content: StagedContent,
    details: Omit<ObjectMetadata, 'size' | 'etag' | 'lastModified'> & { readonly etag?: string },
    isAllowed: () => void = () => {},
  ): Promise<ObjectMetadata> {
    const name = `${sha256(details.key)}.${randomUUID()}`
    await rename(content.file, this.#path(bucket, name))
    const metadata: StoredMetadata = {
      ...details,
      size: content.size,
      etag: details.etag ?? content.md5,
      lastModified: new Date().toISOString(),
      content: name,
    }
    try {
      isAllowed()
    } catch (error) {
      await rm(this.#path(bucket, name), { force: true })
      throw error
    }
    await this.#replace(bucket, metadata)
    return metadata
  }

  async tag(bucket: string, key: string, tags: Readonly<Record<string, string>>): Promise<void> {
    const metadata = this.#index.get(bucket)?.get(key)
    if (metadata) await this.#replace(bucket, { ...metadata, tags })
  }

  /** Does nothing when there is no such object. */
  async delete(bucket: string, key: string): Promise<void> {
    const objects = this.#index.get(bucket)
    const metadata = objects?.get(key)
    if (!metadata) return
    objects?.delete(key)
    await rm(this.#path(bucket, metadataFile(key)), { force: true })
    await rm(this.#path(bucket, metadata.content), { force: true })
  }

  /** In the order of the keys' UTF-8 bytes, as S3 lists them. */
  list(bucket: string, prefix = ''): ObjectMetadata[] {
    return [...(this.#index.get(bucket)?.values() ?? [])]
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => compareKeys(a.key, b.key))
  }

  async #replace(bucket: string, metadata: StoredMetadata): Promise<void> {
    // Synchronous, so that file and index agree on which of two writes was the last.
    const file = this.stagingFile()
    writeFileSync(file, JSON.stringify(metadata))
    renameSync(file, this.#path(bucket, metadataFile(metadata.key)))
    const objects = this.#index.get(bucket)
    const before = objects?.get(metadata.key)
    objects?.set(metadata.key, metadata)
    if (before && before.content !== metadata.content)
      await rm(this.#path(bucket, before.content), { force: true })
  }

  async #load(bucket: string): Promise<void> {
    const objects = new Map<string, StoredMetadata>()
    this.#index.set(bucket, objects)
    const directory = join(this.#directory, 'buckets', bucket)
    await mkdir(directory, { recursive: true })
    const files = await readdir(directory)
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const metadata: StoredMetadata = JSON.parse(await readFile(join(directory, file), 'utf8'))
      objects.set(metadata.key, metadata)
    }
    // Contents that a stop left without metadata.
    const named = new Set([...objects.values()].map(({ content }) => content))
    for (const file of files)
      if (!file.endsWith('.json') && !named.has(file)) await rm(join(directory, file))
  }

  #path(bucket: string, name: string): string {
    return join(this.#directory, 'buckets', bucket, name)
  }
}

export interface StoredMetadata extends ObjectMetadata {
  /** The file of the content. */
  readonly content: string
}

export const compareKeys = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** The file of an object's metadata, in its bucket's folder. */
export const metadataFile = (key: string) => `${sha256(key)}.json`

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
