import type { FileHandle, KeptUpload, Upload, UploadPlan } from './upload.ts'
import { UploadFiles } from './upload-files.ts'

/** Where plans outlive the browser's window. */
export interface KeptUploads {
  all(): Promise<readonly KeptUpload[]>
  put(kept: KeptUpload): Promise<void>
  remove(id: string): Promise<void>
}

/** What the window knows of its uploads and of the files behind them, told to whoever shows them. */
export class UploadList {
  readonly files = new UploadFiles()
  readonly #kept: KeptUploads
  readonly #listeners = new Set<() => void>()
  #uploads: readonly Upload[] = []

  constructor(kept: KeptUploads) {
    this.#kept = kept
  }

  readonly all = () => this.#uploads
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get(id: string): Upload | undefined {
    return this.#uploads.find((one) => one.id === id)
  }

  /** Shows an upload of this window or, with its handle, of an earlier one. */
  add(upload: Upload, file: File | null, handle: FileHandle | null) {
    this.files.put(upload.id, file, handle)
    this.#set([...this.#uploads, upload])
  }

  /** Changes what is shown. */
  change(id: string, facts: Partial<Upload>) {
    this.#set(this.#uploads.map((one) => (one.id === id ? { ...one, ...facts } : one)))
  }

  /** Changes what is shown, and what a later visit finds. */
  changeKept(id: string, facts: Partial<Upload>) {
    this.change(id, facts)
    const upload = this.get(id)
    if (upload) this.keep(upload)
  }

  keep(plan: UploadPlan) {
    const { id, courseId, fileName, sizeBytes, lastModified, contentType } = plan
    const { folder, beside, besideAsset, replaces, session, paused } = plan
    const facts = { id, courseId, fileName, sizeBytes, lastModified, contentType }
    this.#kept
      .put({
        plan: { ...facts, folder, beside, besideAsset, replaces, session, paused },
        handle: this.files.handleOf(id),
      })
      .catch((cause: unknown) => console.warn('This upload will not outlive the page', cause))
  }

  forgetKept(id: string) {
    this.#kept
      .remove(id)
      .catch((cause: unknown) => console.warn('An ended upload could not be forgotten', cause))
  }

  /** Lets go of the file and of what a later visit would find; it stays in the list. */
  forget(id: string) {
    this.files.forget(id)
    this.forgetKept(id)
  }

  remove(leaves: (upload: Upload) => boolean) {
    this.#set(this.#uploads.filter((one) => !leaves(one)))
  }

  #set(uploads: readonly Upload[]) {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }
}
