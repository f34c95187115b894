import type { FileHandle } from './upload.ts'

/** The files behind the uploads, as far as this window may read them. */
export class UploadFiles {
  readonly #files = new Map<string, File>()
  readonly #handles = new Map<string, FileHandle>()

  get(id: string): File | undefined {
    return this.#files.get(id)
  }

  handleOf(id: string): FileHandle | null {
    return this.#handles.get(id) ?? null
  }

  put(id: string, file: File | null, handle: FileHandle | null) {
    if (file) this.#files.set(id, file)
    if (handle) this.#handles.set(id, handle)
  }

  forget(id: string) {
    this.#files.delete(id)
    this.#handles.delete(id)
  }

  /** Asks the browser for the file of an earlier visit; needs a click. `later` is a question put away. */
  async ask(id: string): Promise<File | 'denied' | 'later' | 'gone'> {
    const handle = this.#handles.get(id)
    if (!handle) return 'gone'
    try {
      const permission = (await handle.requestPermission?.({ mode: 'read' })) ?? 'granted'
      if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'later'
      return await handle.getFile()
    } catch {
      return 'gone'
    }
  }
}

/** The file, where the browser lets it be read without a question. */
export async function readGranted(handle: FileHandle): Promise<File | null> {
  try {
    const permission = (await handle.queryPermission?.({ mode: 'read' })) ?? 'granted'
    return permission === 'granted' ? await handle.getFile() : null
  } catch {
    return null
  }
}
