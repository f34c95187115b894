import type { CourseFile, ImageFacts } from '#contract/files/file'
import type { CourseId, FileId } from '#contract/platform/ids'
import type { Saying } from '#contract/say'
import type { Page, PageRequest } from '#core/platform/page'

export interface FileReader {
  get(courseId: string, fileId: string): Promise<CourseFile | null>
  /** Those of them that there are. */
  getEvery(courseId: string, fileIds: readonly string[]): Promise<CourseFile[]>
}

/** Files lie by course. */
export interface FileRepository extends FileReader {
  /** Forgotten by itself after a day, unless it is settled. */
  add(file: CourseFile): Promise<void>
  /** One that is ready from the beginning: a copy. One that is there already stays. */
  addReady(file: CourseFile): Promise<void>
  /** Newest first. */
  list(courseId: string, page: PageRequest): Promise<Page<CourseFile>>
  /** Writes what became of one that was arriving; false where it is not arriving any more, or deleted. */
  settle(file: CourseFile): Promise<boolean>
  remove(courseId: CourseId, fileId: FileId): Promise<void>
}

/** Where uploads arrive. */
export interface ArrivalStore {
  /** An address that takes one PUT of exactly so many bytes. */
  addressOf(key: string, bytes: number): Promise<string>
}

/** An upload as it was written at one time. Null: it is another by now, or gone. */
export interface Arrivals {
  read(object: Arrival, from: number, length: number): Promise<Uint8Array | null>
  delete(key: string): Promise<void>
}

export interface Arrival {
  readonly key: string
  readonly etag: string
  readonly bytes: number
}

export interface StoredAs {
  readonly contentType: string
  /** @default shown where it is */
  readonly disposition?: string
}

/** Where files lie once somebody looked at them. Written again, they are the same. */
export interface StoredFiles {
  /** False: the upload is another by now, or gone. */
  copy(from: Arrival, key: string, as: StoredAs): Promise<boolean>
  write(key: string, bytes: Uint8Array, as: StoredAs): Promise<void>
  deleteFolder(folder: string): Promise<void>
}

/** A picture in the sizes and formats that pages show. */
export interface MadeImage {
  readonly facts: ImageFacts
  /** By the names below the file's folder. */
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly contentType: string }>
}

/** Makes a picture anew; whatever is no picture, or too much of one, is refused. */
export type MakeImage = (bytes: Uint8Array) => Promise<MadeImage | { readonly refusal: Saying }>

export interface FileLog {
  info(event: string, ids: object): void
}
