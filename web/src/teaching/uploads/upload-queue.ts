import { folderOfKey } from './place-captions.ts'
import { type SendDeps, sendFile } from './send-file.ts'
import { TransferRate } from './transfer-rate.ts'
import {
  asUpload,
  type FileHandle,
  isSameFile,
  isUnderWay,
  type KeptUpload,
  type Upload,
  type UploadPlan,
  UploadProblem,
} from './upload.ts'
import { readGranted, UploadFiles } from './upload-files.ts'

export interface QueueDeps extends SendDeps {
  readonly kept: {
    all(): Promise<readonly KeptUpload[]>
    put(kept: KeptUpload): Promise<void>
    remove(id: string): Promise<void>
  }
  /** Makes an upload this window's own until the window closes; false when another window has it. */
  claim(id: string): Promise<boolean>
  /** Milliseconds. */
  now(): number
}

/** A cancelled upload's parts stay so long, so that it can be taken back. */
const UNDO_MS = 10_000
/** The screen is told of progress at most so often. */
const TELL_MS = 250

/**
 * The uploads of this browser, one file after the other, so that the first lecture is ready soonest.
 * They live outside of the pages, and each one's plan outlives the browser's window.
 */
export class UploadQueue {
  readonly #deps: QueueDeps
  readonly #files = new UploadFiles()
  readonly #aborts = new Map<string, AbortController>()
  readonly #listeners = new Set<() => void>()
  #uploads: readonly Upload[] = []
  #running = false
  #restored: Promise<void> | undefined

  constructor(deps: QueueDeps) {
    this.#deps = deps
  }

  readonly list = () => this.#uploads
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(entries: readonly { plan: UploadPlan; file: File; handle: FileHandle | null }[]) {
    for (const { plan, file, handle } of entries) {
      this.#files.put(plan.id, file, handle)
      void this.#deps.claim(plan.id)
      this.#keep(plan)
    }
    this.#set([...this.#uploads, ...entries.map(({ plan }) => asUpload(plan, 'waiting'))])
    void this.#run()
  }

  /** Takes up what an earlier visit left; what may be read without asking goes on by itself. */
  restore(): Promise<void> {
    this.#restored ??= this.#restore()
    return this.#restored
  }

  async #restore() {
    for (const { plan, handle } of await this.#deps.kept.all()) {
      if (this.#uploads.some(({ id }) => id === plan.id)) continue
      if (!(await this.#deps.claim(plan.id))) continue
      const file = handle && (await readGranted(handle))
      const changed = file && !isSameFile(plan, file)
      this.#files.put(plan.id, changed ? null : file, handle)
      const state = file && !changed ? (plan.paused ? 'paused' : 'waiting') : 'needs-file'
      this.#set([
        ...this.#uploads,
        {
          ...asUpload(plan, state),
          canReopen: handle !== null && !changed,
          problem: changed ? isAnother(plan) : null,
        },
      ])
    }
    void this.#run()
  }

  pause(id: string) {
    this.#aborts.get(id)?.abort()
    this.#change(id, { state: 'paused', paused: true, bytesPerSecond: null, secondsLeft: null })
    this.#keepOne(id)
  }

  resume(id: string) {
    if (!this.#files.get(id)) return this.#change(id, { state: 'needs-file' })
    this.#change(id, { state: 'waiting', paused: false, problem: null })
    this.#keepOne(id)
    void this.#run()
  }

  /** Asks the browser for the file of an earlier visit; needs a click. */
  async reopen(id: string) {
    const file = await this.#files.ask(id)
    if (file === 'later') return
    if (file instanceof File) return this.giveFile(id, file)
    this.#change(id, { problem: UNREADABLE[file], canReopen: false })
  }

  /** Goes on with a file that was chosen again, if it is the same. */
  giveFile(id: string, file: File, handle: FileHandle | null = null) {
    const upload = this.#uploads.find((one) => one.id === id)
    if (!upload) return
    if (!isSameFile(upload, file))
      return this.#change(id, { problem: isAnother(upload), canReopen: false })
    this.#files.put(id, file, handle)
    this.resume(id)
  }

  /** Stops it; its parts are deleted after ten seconds, unless it is resumed before. */
  cancel(id: string) {
    this.#aborts.get(id)?.abort()
    this.#change(id, { state: 'cancelled', bytesPerSecond: null, secondsLeft: null })
    this.#forgetKept(id)
    setTimeout(() => {
      if (this.#uploads.find((one) => one.id === id)?.state === 'cancelled') this.remove(id)
    }, UNDO_MS)
  }

  /** Takes it off the list; of what was not sent whole the parts are deleted too. */
  remove(id: string) {
    const upload = this.#uploads.find((one) => one.id === id)
    if (!upload) return
    this.#aborts.get(id)?.abort()
    if (upload.session && upload.state !== 'sent')
      this.#deps.api.abort(upload, upload.session).catch((cause: unknown) => {
        console.warn('The parts of a given-up upload stay until the bucket clears them', cause)
      })
    this.#forget(id)
    this.#set(this.#uploads.filter((one) => one.id !== id))
  }

  clearSent() {
    this.#set(this.#uploads.filter(({ state }) => state !== 'sent'))
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
    return this.#uploads.find(({ state }) => state === 'waiting')
  }

  async #send({ id }: Upload) {
    const file = this.#files.get(id)
    const upload = this.#uploads.find((one) => one.id === id)
    if (!file || !upload) return this.#change(id, { state: 'needs-file' })
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    const rate = new TransferRate()
    let told = Number.NEGATIVE_INFINITY
    this.#change(id, { state: 'sending', problem: null })
    try {
      await sendFile(this.#deps, {
        plan: upload,
        file,
        signal: abort.signal,
        onSession: (session) => {
          this.#change(id, { session, sentBytes: 0 })
          this.#keepOne(id)
          this.#putBeside(id, session.key)
        },
        onProgress: (sentBytes) => {
          const now = this.#deps.now()
          rate.add(now, sentBytes)
          if (now - told < TELL_MS || abort.signal.aborted) return
          told = now
          const bytesPerSecond = rate.bytesPerSecond()
          this.#change(id, { sentBytes, bytesPerSecond, secondsLeft: rate.secondsLeft(file.size) })
        },
        onOffline: (why) => {
          if (abort.signal.aborted) return
          this.#change(id, {
            state: why === null ? 'sending' : 'offline',
            problem: why,
            bytesPerSecond: null,
            secondsLeft: null,
          })
        },
      })
      this.#change(id, { state: 'sent', sentBytes: file.size, bytesPerSecond: null })
      this.#forget(id)
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(id, error)
    } finally {
      // Not this one's any more where it was paused and resumed at once.
      if (this.#aborts.get(id) === abort) this.#aborts.delete(id)
    }
  }

  #fail(id: string, error: unknown) {
    const gone = error instanceof UploadProblem && error.kind === 'gone'
    this.#change(id, {
      state: 'failed',
      problem: error instanceof Error ? error.message : 'The file could not be sent. Try again.',
      bytesPerSecond: null,
      secondsLeft: null,
      ...(gone ? { session: null, sentBytes: 0 } : {}),
    })
    this.#keepOne(id)
  }

  /** Captions go into the folder that their video was given. */
  #putBeside(videoId: string, key: string) {
    const folder = folderOfKey(key)
    for (const { id, beside } of this.#uploads)
      if (beside === videoId) {
        this.#change(id, { folder })
        this.#keepOne(id)
      }
  }

  #keepOne(id: string) {
    const upload = this.#uploads.find((one) => one.id === id)
    if (upload) this.#keep(upload)
  }

  #keep(plan: UploadPlan) {
    const { id, courseId, fileName, sizeBytes, lastModified, contentType } = plan
    const { folder, beside, besideAsset, replaces, session, paused } = plan
    const facts = { id, courseId, fileName, sizeBytes, lastModified, contentType }
    this.#deps.kept
      .put({
        plan: { ...facts, folder, beside, besideAsset, replaces, session, paused },
        handle: this.#files.handleOf(id),
      })
      .catch((cause: unknown) => console.warn('This upload will not outlive the page', cause))
  }

  #forget(id: string) {
    this.#files.forget(id)
    this.#forgetKept(id)
  }

  #forgetKept(id: string) {
    this.#deps.kept
      .remove(id)
      .catch((cause: unknown) => console.warn('An ended upload could not be forgotten', cause))
  }

  #change(id: string, facts: Partial<Upload>) {
    this.#set(this.#uploads.map((one) => (one.id === id ? { ...one, ...facts } : one)))
  }

  #set(uploads: readonly Upload[]) {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }
}

const UNREADABLE = {
  denied: 'The browser was not allowed to read the file. Choose it again.',
  gone: 'The file is not where it was. Choose it again.',
}
const isAnother = ({ fileName }: UploadPlan) =>
  `That is another file, or it was changed. Choose ${fileName} as it was when the upload began.`

export const anyUnderWay = (uploads: readonly Upload[]) => uploads.some(isUnderWay)
