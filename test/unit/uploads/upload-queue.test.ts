import { describe, expect, it } from 'vitest'
import { planOf } from '#test/support/upload'
import { type KeptUpload, type UploadPlan, UploadProblem } from '#web/uploads/upload.ts'
import { type QueueDeps, UploadQueue } from '#web/uploads/upload-queue.ts'

const PART = 10

const aFile = (name: string, size = 45) =>
  new File([new Uint8Array(size)], name, { lastModified: 1 })

/** An S3 that keeps its parts, and a browser whose database outlives its windows. */
class Outside {
  readonly uploads = new Map<string, { key: string; parts: Set<number>; done: boolean }>()
  readonly puts: string[] = []
  readonly kept = new Map<string, KeptUpload>()
  readonly claimed = new Set<string>()
  begun = 0
  /** What the next put answers instead of taking the part. */
  readonly failures: UploadProblem[] = []
  /** What the next completions seem to end with, though they happened. */
  readonly lostAnswers: UploadProblem[] = []
  /** Parts that are lost once after they seemed to arrive. */
  readonly lost = new Set<number>()
  neverWhole = false
  /** Called before a part arrives. */
  beforePart: (url: string) => Promise<void> = async () => {}

  openWindow(): UploadQueue {
    this.claimed.clear()
    return new UploadQueue(this.deps)
  }

  readonly #find = (uploadId: string) => {
    const found = this.uploads.get(uploadId)
    if (!found || found.done) throw new UploadProblem('gone', 'No such upload')
    return found
  }

  readonly deps: QueueDeps = {
    api: {
      start: async (plan) => {
        this.begun += 1
        const uploadId = `upload-${this.begun}`
        const key = `algebra/${plan.folder ?? `up_${this.begun}`}/${plan.fileName}`
        this.uploads.set(uploadId, { key, parts: new Set(), done: false })
        const partCount = Math.ceil(plan.sizeBytes / PART)
        return { uploadId, key, partSizeBytes: PART, partCount }
      },
      sign: async (_plan, { uploadId }, partNumbers) => {
        const { parts } = this.#find(uploadId)
        return {
          urls: partNumbers.map((partNumber) => ({ partNumber, url: `${uploadId}/${partNumber}` })),
          arrived: [...parts],
        }
      },
      complete: async (_plan, { uploadId }) => {
        if (this.uploads.get(uploadId)?.done) return
        const upload = this.#find(uploadId)
        const [lostPart] = this.lost
        if (lostPart) upload.parts.delete(lostPart)
        this.lost.clear()
        if (lostPart || this.neverWhole)
          throw new UploadProblem('incomplete', `Part ${lostPart ?? 1} is missing.`)
        upload.done = true
        const lost = this.lostAnswers.shift()
        if (lost) throw lost
      },
      abort: async (_plan, { uploadId }) => {
        this.uploads.delete(uploadId)
      },
    },
    put: async (url, body, signal, tell) => {
      await this.beforePart(url)
      if (signal.aborted) throw new DOMException('Stopped', 'AbortError')
      const failure = this.failures.shift()
      if (failure) throw failure
      const [uploadId = '', part] = url.split('/')
      this.#find(uploadId).parts.add(Number(part))
      this.puts.push(url)
      tell(body.size)
    },
    reachable: async () => {},
    kept: {
      all: async () => [...this.kept.values()],
      put: async (kept) => {
        this.kept.set(kept.plan.id, structuredClone({ ...kept, handle: null }))
        const { handle } = kept
        if (handle) this.kept.set(kept.plan.id, { plan: kept.plan, handle })
      },
      remove: async (id) => {
        this.kept.delete(id)
      },
    },
    claim: async (id) => {
      if (this.claimed.has(id)) return false
      this.claimed.add(id)
      return true
    },
    now: () => 0,
  }
}

const until = async (queue: UploadQueue, name: string, state: string) => {
  await expect.poll(() => queue.list().find(({ fileName }) => fileName === name)?.state).toBe(state)
}
const add = (queue: UploadQueue, file: File, facts: Partial<UploadPlan> = {}) =>
  queue.add([{ plan: planOf(file, facts), file, handle: null }])

describe('the queue of uploads', () => {
  it('sends every part once, joins them, and then forgets the upload', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    add(queue, aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
    expect([...outside.puts].sort()).toEqual([1, 2, 3, 4, 5].map((part) => `upload-1/${part}`))
    expect(outside.uploads.get('upload-1')?.done).toBe(true)
    expect(outside.kept.size).toBe(0)
  })

  it('goes on after a reload with the parts that are missing, when the same file is chosen again', async () => {
    const outside = new Outside()
    const first = outside.openWindow()
    outside.beforePart = async (url) => {
      if (Number(url.split('/')[1]) > 2) await new Promise(() => {})
    }
    add(first, aFile('a.mp4'))
    await expect.poll(() => outside.puts.length).toBe(2)

    outside.beforePart = async () => {}
    const second = outside.openWindow()
    await second.restore()
    expect(second.list()).toMatchObject([{ fileName: 'a.mp4', state: 'needs-file' }])
    second.giveFile('a.mp4', aFile('a.mp4', 44))
    expect(second.list()[0]).toMatchObject({ state: 'needs-file' })
    expect(second.list()[0]?.problem).toMatch(/another file/)
    second.giveFile('a.mp4', aFile('a.mp4'))
    await until(second, 'a.mp4', 'sent')
    expect([...outside.puts].sort()).toEqual([1, 2, 3, 4, 5].map((part) => `upload-1/${part}`))
  })

  it('goes on by itself where the browser may still read the file', async () => {
    const outside = new Outside()
    const file = aFile('a.mp4')
    outside.kept.set('a.mp4', { plan: planOf(file), handle: { getFile: async () => file } })
    const queue = outside.openWindow()
    await queue.restore()
    await until(queue, 'a.mp4', 'sent')
  })

  it('asks before it reads again where the browser wants it so, and takes no for an answer', async () => {
    const outside = new Outside()
    const file = aFile('a.mp4')
    let answer: PermissionState = 'prompt'
    const handle = {
      getFile: async () => file,
      queryPermission: async (): Promise<PermissionState> => 'prompt',
      requestPermission: async () => answer,
    }
    outside.kept.set('a.mp4', { plan: planOf(file), handle })
    const queue = outside.openWindow()
    await queue.restore()
    const asked = { state: 'needs-file', canReopen: true, problem: null }
    expect(queue.list()).toMatchObject([asked])
    await queue.reopen('a.mp4')
    expect(queue.list()).toMatchObject([asked])
    answer = 'denied'
    await queue.reopen('a.mp4')
    expect(queue.list()).toMatchObject([{ state: 'needs-file', canReopen: false }])
    answer = 'granted'
    await queue.reopen('a.mp4')
    await until(queue, 'a.mp4', 'sent')
  })

  it('has the file chosen anew when what lies in its place was changed', async () => {
    const outside = new Outside()
    const handle = { getFile: async () => aFile('a.mp4', 44) }
    outside.kept.set('a.mp4', { plan: planOf(aFile('a.mp4')), handle })
    const queue = outside.openWindow()
    await queue.restore()
    expect(queue.list()).toMatchObject([{ state: 'needs-file', canReopen: false }])
    expect(queue.list()[0]?.problem).toMatch(/it was changed/)
    queue.giveFile('a.mp4', aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
  })

  it('asks for the file anew when it was changed while it was sent, and lets the next one go on', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    const file = aFile('a.mp4')
    const unreadable = () => Promise.reject(new DOMException('Changed', 'NotReadableError'))
    const slice = file.slice.bind(file)
    file.slice = (...range) =>
      Object.assign(slice(...range), {
        slice: () => Object.assign(new Blob(), { arrayBuffer: unreadable }),
      })
    outside.failures.push(new UploadProblem('offline', 'The connection was lost.'))
    add(queue, file)
    add(queue, aFile('b.mp4', 5))
    await until(queue, 'b.mp4', 'sent')
    expect(queue.list()[0]).toMatchObject({ state: 'needs-file' })
    expect(queue.list()[0]?.problem).toMatch(/changed or moved/)
    queue.giveFile('a.mp4', aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
    expect(outside.begun).toBe(2)
  })

  it('leaves an upload to the window that sends it', async () => {
    const outside = new Outside()
    const file = aFile('a.mp4')
    outside.kept.set('a.mp4', { plan: planOf(file), handle: { getFile: async () => file } })
    const queue = outside.openWindow()
    outside.claimed.add('a.mp4')
    await queue.restore()
    expect(queue.list()).toEqual([])
  })

  it('pauses with its parts kept, goes on with the next, and resumes', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    let let3through = () => {}
    outside.beforePart = (url) =>
      url === 'upload-1/3'
        ? new Promise((resolve) => {
            let3through = resolve
          })
        : Promise.resolve()
    add(queue, aFile('a.mp4'))
    add(queue, aFile('b.mp4', 5))
    await expect.poll(() => outside.puts.length).toBeGreaterThanOrEqual(2)
    queue.pause('a.mp4')
    let3through()
    await until(queue, 'b.mp4', 'sent')
    expect(queue.list()[0]).toMatchObject({ state: 'paused' })
    expect(outside.kept.get('a.mp4')?.plan.paused).toBe(true)
    outside.beforePart = async () => {}
    queue.resume('a.mp4')
    await until(queue, 'a.mp4', 'sent')
    const own = outside.puts.filter((url) => url.startsWith('upload-1/'))
    expect(own).toHaveLength(5)
    expect(new Set(own).size).toBe(5)
  })

  it('waits for the connection without giving up, and tries a refused part only so often', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    outside.failures.push(
      ...Array.from({ length: 30 }, () => new UploadProblem('offline', 'The connection was lost.')),
    )
    add(queue, aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
    outside.failures.push(
      ...Array.from({ length: 12 }, () => new UploadProblem('refused', 'Refused (403).')),
    )
    add(queue, aFile('b.mp4', 5))
    await until(queue, 'b.mp4', 'failed')
    expect(queue.list()[1]?.problem).toBe('Refused (403).')
    outside.failures.length = 0
    queue.resume('b.mp4')
    await until(queue, 'b.mp4', 'sent')
  })

  it('does not send again what arrived whole while nobody heard the answer', async () => {
    const outside = new Outside()
    const file = aFile('a.mp4')
    const session = {
      uploadId: 'upload-9',
      key: 'algebra/up_9/a.mp4',
      partSizeBytes: PART,
      partCount: 5,
    }
    outside.uploads.set('upload-9', { key: session.key, parts: new Set([1]), done: true })
    const queue = outside.openWindow()
    add(queue, file, { session })
    await until(queue, 'a.mp4', 'sent')
    expect(outside.puts).toEqual([])
    expect(outside.begun).toBe(0)
  })

  it('sends nothing twice when the answer to the last request is lost', async () => {
    const outside = new Outside()
    outside.lostAnswers.push(new UploadProblem('offline', 'The connection was lost.'))
    const queue = outside.openWindow()
    add(queue, aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
    expect(outside.puts).toHaveLength(5)
    expect(outside.begun).toBe(1)
  })

  it('sends what is missing when the parts turn out not to be whole, and joins them again', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    outside.lost.add(3)
    add(queue, aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
    expect(outside.puts.filter((url) => url === 'upload-1/3')).toHaveLength(2)
    expect(outside.puts).toHaveLength(6)
    expect(outside.begun).toBe(1)
  })

  it('asks a person when parts are missing again and again, and goes on from there', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    outside.neverWhole = true
    add(queue, aFile('a.mp4'))
    await until(queue, 'a.mp4', 'failed')
    expect(queue.list()[0]?.problem).toBe('Part 1 is missing.')
    outside.neverWhole = false
    queue.resume('a.mp4')
    await until(queue, 'a.mp4', 'sent')
    expect(outside.begun).toBe(1)
  })

  it('begins anew when the parts of an old upload were cleared away', async () => {
    const outside = new Outside()
    const session = {
      uploadId: 'old',
      key: 'algebra/old/a.mp4',
      partSizeBytes: PART,
      partCount: 5,
    }
    const queue = outside.openWindow()
    add(queue, aFile('a.mp4'), { session })
    await until(queue, 'a.mp4', 'sent')
    expect(outside.puts).toHaveLength(5)
  })

  it('puts captions into the folder that their video was given', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    const [video, captions] = [aFile('a.mp4'), aFile('a.en.vtt', 5)]
    queue.add([
      { plan: planOf(video), file: video, handle: null },
      { plan: planOf(captions, { beside: 'a.mp4' }), file: captions, handle: null },
    ])
    await until(queue, 'a.en.vtt', 'sent')
    expect([...outside.uploads.values()].map(({ key }) => key)).toEqual([
      'algebra/up_1/a.mp4',
      'algebra/up_1/a.en.vtt',
    ])
  })

  it('deletes the parts of what was cancelled and taken off the list, and nothing of what was sent', async () => {
    const outside = new Outside()
    const queue = outside.openWindow()
    add(queue, aFile('a.mp4'))
    await until(queue, 'a.mp4', 'sent')
    outside.beforePart = () => new Promise(() => {})
    add(queue, aFile('b.mp4'))
    await until(queue, 'b.mp4', 'sending')
    await expect.poll(() => outside.begun).toBe(2)
    queue.cancel('b.mp4')
    expect(outside.kept.size).toBe(0)
    queue.remove('b.mp4')
    queue.remove('a.mp4')
    await expect.poll(() => [...outside.uploads.keys()]).toEqual(['upload-1'])
    expect(queue.list()).toEqual([])
  })
})
