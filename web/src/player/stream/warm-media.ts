import { readMaster, readPlaylist } from './read-manifest.ts'

/** A file fetched before the player asked for it, with its times on the page's clock. */
export interface WarmFile {
  readonly data: ArrayBuffer | string
  readonly askedAt: number
  readonly begunAt: number
  readonly doneAt: number
}

/** Warm files are for the click that follows; older ones may belong to a replaced video. */
const KEEP_MS = 60_000
const files = new Map<string, { readonly file: Promise<WarmFile>; readonly until: number }>()

/**
 * Fetches what a video needs first: the manifests, and of its smallest rung and its sound the beginning
 * and the segment at `startAt`. Asking twice fetches once; what fails is left to the player.
 */
export function warmMedia(hlsUrl: string, startAt: number): void {
  warm(hlsUrl, startAt).catch((error: unknown) => console.info('Nothing was fetched early', error))
}

async function warm(hlsUrl: string, startAt: number): Promise<void> {
  const { data: manifest } = await fetchFile(hlsUrl, 'text')
  const master = readMaster(String(manifest), hlsUrl)
  const playlists = [master.smallest, master.sound].filter((url) => url !== undefined)
  await Promise.all(
    playlists.map(async (url) => {
      const { data } = await fetchFile(url, 'text')
      const { init, segments } = readPlaylist(String(data), url)
      const first = segments.find((segment) => segment.until > startAt) ?? segments[0]
      await Promise.all([init, first?.url].map((each) => each && fetchFile(each, 'arraybuffer')))
    }),
  )
}

/** Hands a warm file over, once. */
export function takeWarm(url: string): Promise<WarmFile> | undefined {
  const kept = files.get(url)
  files.delete(url)
  return kept && kept.until > performance.now() ? kept.file : undefined
}

function fetchFile(url: string, type: 'text' | 'arraybuffer'): Promise<WarmFile> {
  const kept = files.get(url)
  if (kept && kept.until > performance.now()) return kept.file
  const file = read(url, type)
  files.set(url, { file, until: performance.now() + KEEP_MS })
  file.catch(() => files.delete(url))
  return file
}

async function read(url: string, type: 'text' | 'arraybuffer'): Promise<WarmFile> {
  const askedAt = performance.now()
  const answer = await fetch(url, { credentials: 'same-origin' })
  const begunAt = performance.now()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const data = type === 'text' ? await answer.text() : await answer.arrayBuffer()
  return { data, askedAt, begunAt, doneAt: performance.now() }
}
