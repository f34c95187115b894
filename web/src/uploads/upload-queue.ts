import { folderOfKey } from './place-captions.ts'
import { type SendDeps, sendFile } from './send-file.ts'
import { TransferRate } from './transfer-rate.ts'
import {
  asUpload,
  type FileHandle,
  isProblem,
  isSameFile,
  isUnderWay,
  type Upload,
  type UploadPlan,
} from './upload.ts'
import { readGranted } from './upload-files.ts'
import { type KeptUploads, UploadList } from './upload-list.ts'
import { words } from './words/en.ts'

export interface QueueDeps extends SendDeps {
  readonly kept: KeptUploads
  /** Makes an upload this window's own until the window closes; false when another window has it. */
  claim(id: string): Promise<boolean>
  /** Milliseconds. */
  now(): number
}

/** A cancelled upload's parts stay so long, so that it can be taken back. */
const UNDO_MS = 10_000
/** The screen is told of progress at most so often. */
const TELL_MS = 250
const AT_REST = { bytesPerSecond: null, secondsLeft: null }

/**
 * The uploads of this browser, one file after the other, so that the first lecture is ready soonest.
 * They live outside of the pages, and each one's plan outlives the browser's window.
 */
export class UploadQueue {
  readonly #deps: QueueDeps
  readonly #uploads: UploadList
  readonly #aborts = new Map<string, AbortController>()
  #running = false
  #restored: Promise<void> | undefined

  constructor(deps: QueueDeps) {
    this.#deps = deps
    this.#uploads = new UploadList(deps.kept)
  }

  readonly list = () => this.#uploads.all()
  readonly subscribe = (listener: () => void) => this.#uploads.subscribe(listener)

  add(entries: readonly { plan: UploadPlan; file: File; handle: FileHandle | null }[]) {
    for (const { plan, file, handle } of entries) {
      this.#uploads.add(asUpload(plan, 'waiting'), file, handle)
      void this.#deps.claim(plan.id)
      this.#uploads.keep(plan)
    }
    void this.#run()
  }

  /** Takes up what an earlier visit left; what may be read without asking goes on by itself. */
  restore(): Promise<void> {
    this.#restored ??= this.#restore()
    return this.#restored
  }

  async #restore() {
    for (const { plan, handle } of await this.#deps.kept.all()) {
      if (this.#uploads.get(plan.id)) continue
      if (!(await this.#deps.claim(plan.id))) continue
      const found = handle && (await readGranted(handle))
      const changed = found !== null && !isSameFile(plan, found)
      const file = changed ? null : found
      const state = file ? (plan.paused ? 'paused' : 'waiting') : 'needs-file'
      const canReopen = handle !== null && !changed
      const problem = changed ? words.isAnother(plan.fileName) : null
      this.#uploads.add({ ...asUpload(plan, state), canReopen, problem }, file, handle)
    }
    void this.#run()
  }

  pause(id: string) {
    this.#aborts.get(id)?.abort()
    this.#uploads.changeKept(id, { state: 'paused', paused: true, ...AT_REST })
  }

  resume(id: string) {
    if (!this.#uploads.files.get(id)) return this.#uploads.change(id, { state: 'needs-file' })
    this.#uploads.changeKept(id, { state: 'waiting', paused: false, problem: null })
    void this.#run()
  }

  /** Asks the browser for the file of an earlier visit; needs a click. */
  async reopen(id: string) {
    const file = await this.#uploads.files.ask(id)
    if (file === 'later') return
    if (file instanceof File) return this.giveFile(id, file)
    this.#uploads.change(id, { problem: words.unreadable[file], canReopen: false })
  }

  /** Goes on with a file that was chosen again, if it is the same. */
  giveFile(id: string, file: File, handle: FileHandle | null = null) {
    const upload = this.#uploads.get(id)
    if (!upload) return
    if (!isSameFile(upload, file))
      return this.#uploads.change(id, {
        problem: words.isAnother(upload.fileName),
        canReopen: false,
      })
    this.#uploads.files.put(id, file, handle)
    this.resume(id)
  }

  /** Stops it; its parts are deleted after ten seconds, unless it is resumed before. */
  cancel(id: string) {
    this.#aborts.get(id)?.abort()
    this.#uploads.change(id, { state: 'cancelled', ...AT_REST })
    this.#uploads.forgetKept(id)
    setTimeout(() => {
      if (this.#uploads.get(id)?.state === 'cancelled') this.remove(id)
    }, UNDO_MS)
  }

  /** Takes it off the list; of what was not sent whole the parts are deleted too. */
  remove(id: string) {
    const upload = this.#uploads.get(id)
    if (!upload) return
    this.#aborts.get(id)?.abort()
    if (upload.session && upload.state !== 'sent')
      this.#deps.api.abort(upload, upload.session).catch((cause: unknown) => {
        console.warn('The parts of a given-up upload stay until the bucket clears them', cause)
      })
    this.#uploads.forget(id)
    this.#uploads.remove((one) => one.id === id)
  }

  clearSent() {
    this.#uploads.remove(({ state }) => state === 'sent')
  }

  async #run() {
    if (this.#running) return
    this.#running = true
    try {
      for (let next = this.#next(); next; next = this.#next()) await this.#send(next)
    } finally {
      this.#running = false
    }
  }

  #next() {
    return this.list().find(({ state }) => state === 'waiting')
  }

  async #send({ id }: Upload) {
    const file = this.#uploads.files.get(id)
    const upload = this.#uploads.get(id)
    if (!file || !upload) return this.#uploads.change(id, { state: 'needs-file' })
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    const rate = new TransferRate()
    let told = Number.NEGATIVE_INFINITY
    this.#uploads.change(id, { state: 'sending', problem: null })
    try {
      await sendFile(this.#deps, {
        plan: upload,
        file,
        signal: abort.signal,
        onSession: (session) => {
          this.#uploads.changeKept(id, { session, sentBytes: 0 })
          this.#putBeside(id, session.key)
        },
        onProgress: (sentBytes) => {
          const now = this.#deps.now()
          rate.add(now, sentBytes)
          if (now - told < TELL_MS || abort.signal.aborted) return
          told = now
          const bytesPerSecond = rate.bytesPerSecond()
          this.#uploads.change(id, {
            sentBytes,
            bytesPerSecond,
            secondsLeft: rate.secondsLeft(file.size),
          })
        },
        onOffline: (why) => {
          if (abort.signal.aborted) return
          this.#uploads.change(id, {
            state: why === null ? 'sending' : 'offline',
            problem: why,
            ...AT_REST,
          })
        },
      })
      this.#uploads.change(id, { state: 'sent', sentBytes: file.size, ...AT_REST })
      this.#uploads.forget(id)
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(id, error)
    } finally {
      // Not this one's any more where it was paused and resumed at once.
      if (this.#aborts.get(id) === abort) this.#aborts.delete(id)
    }
  }

  #fail(id: string, error: unknown) {
    const gone = isProblem(error, 'gone')
    this.#uploads.changeKept(id, {
      state: isProblem(error, 'unreadable') ? 'needs-file' : 'failed',
      problem: error instanceof Error ? error.message : words.notSent,
      bytesPerSecond: null,
      secondsLeft: null,
      ...(gone ? { session: null, sentBytes: 0 } : {}),
    })
  }

  /** Captions go into the folder that their video was given. */
  #putBeside(videoId: string, key: string) {
    const folder = folderOfKey(key)
    for (const { id, beside } of this.list())
      if (beside === videoId) this.#uploads.changeKept(id, { folder })
  }
}

export const anyUnderWay = (uploads: readonly Upload[]) => uploads.some(isUnderWay)
