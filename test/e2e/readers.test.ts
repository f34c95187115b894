import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { launchBrowser } from '#test/support/browser'
import { type PublishedVideo, startPublishing } from '#test/support/published-video'
import { type ClipKind, makeClip } from '#test/support/reader-clips'
import { hlsForCmaf } from '../../web/hls-for-cmaf.ts'

const resolve = createRequire(import.meta.url).resolve
const hls = dirname(resolve('hls.js'))
const shaka = dirname(resolve('shaka-player'))
const LIBRARIES = {
  'hls.js': join(hls, 'hls.min.js'),
  'shaka.js': join(shaka, 'shaka-player.compiled.js'),
}

const KINDS = ['lecture', 'silent', 'languages', 'film'] as const satisfies readonly ClipKind[]

let root: string
let site: Awaited<ReturnType<typeof startPublishing>>
let browser: Browser
const videos = new Map<ClipKind, PublishedVideo>()
const videoOf = (kind: ClipKind): PublishedVideo => {
  const video = videos.get(kind)
  if (!video) throw new Error(`There is no ${kind}`)
  return video
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-readers-'))
  site = await startPublishing(root, { ...LIBRARIES, 'our-hls.js': await buildOurHls(root) })
  const { ffmpeg } = await findFfmpeg()
  for (const kind of KINDS) videos.set(kind, await site.publish(await makeClip(ffmpeg, kind, root)))
  browser = await launchBrowser({ playsUnasked: true })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await rm(root, { recursive: true, force: true })
})

/** hls.js as the web client has it, for a page without modules. */
async function buildOurHls(directory: string): Promise<string> {
  const entry = join(directory, 'our-hls-entry.js')
  await writeFile(entry, "export { default } from 'hls.js'\n")
  const lib = { entry, name: 'Hls', formats: ['iife' as const], fileName: () => 'our-hls.js' }
  const output = { outDir: directory, emptyOutDir: false, lib }
  await build({ configFile: false, logLevel: 'warn', plugins: [hlsForCmaf()], build: output })
  return join(directory, 'our-hls.js')
}

/** What a player made of a video, once it came to the end. */
interface Played {
  readonly seconds: number
  /** Heights as the player lists them. */
  readonly heights: readonly number[]
  readonly audio: readonly string[]
  readonly text: readonly string[]
  /** Heights of the picture in the order in which they were seen; the highest was asked for after the lowest’s first segment. */
  readonly seen: readonly number[]
  readonly cues: readonly string[]
  /** Stretches of the buffer at the end; a hole makes two. */
  readonly stretches: number
  /** Sheets of thumbnails that could be fetched, where the player lists them; null where it does not. */
  readonly sheets: number | null
  readonly failures: readonly string[]
}

const playHls = (address: string, library: 'hls.js' | 'our-hls.js') =>
  playIn(library, address, HLS_PLAYER)

const playIn = async (library: string, address: string, player: string): Promise<Played> => {
  const page = await browser.newPage()
  try {
    await page.goto(site.url)
    await page.addScriptTag({ url: `/library/${library}` })
    return await page.evaluate<Played>(`(${player})(${JSON.stringify(address)})`)
  } finally {
    await page.close()
  }
}

/** Runs in the page, where the library is a global; resolves at the end of the video. */
const TO_THE_END = `async (video, failures) => {
  video.playbackRate = 2
  await video.play()
  await new Promise((done) => {
    video.addEventListener('ended', done, { once: true })
    setTimeout(() => { failures.push('no end at ' + video.currentTime); done() }, 15000)
  })
}`

const HLS_PLAYER = `async (address) => {
  const video = document.querySelector('video')
  const failures = []
  const hls = new Hls({ startLevel: 0 })
  const seen = []
  video.addEventListener('resize', () => seen.push(video.videoHeight))
  hls.loadSource(address)
  hls.attachMedia(video)
  await new Promise((done, fail) => {
    hls.on(Hls.Events.MANIFEST_PARSED, done)
    hls.on(Hls.Events.ERROR, (_, { fatal, details }) => {
      if (!fatal) return
      failures.push(details)
      fail(new Error(details))
    })
  })
  hls.subtitleTrack = 0
  hls.loadLevel = 0
  const top = hls.levels.length - 1
  await new Promise((done) => {
    setTimeout(() => { failures.push('no segment of the highest rung'); done() }, 15000)
    hls.on(Hls.Events.FRAG_BUFFERED, (_, { frag }) => {
      if (frag.type !== 'main') return
      if (frag.level === top) done()
      else if (hls.nextLevel !== top) hls.nextLevel = top
    })
  })
  await (${TO_THE_END})(video, failures)
  return {
    seconds: video.currentTime,
    heights: hls.levels.map(({ height }) => height),
    audio: (hls.audioTracks ?? []).map(({ lang }) => lang ?? 'und'),
    text: (hls.subtitleTracks ?? []).map(({ lang }) => lang),
    seen,
    cues: [...video.textTracks].flatMap((track) => [...(track.cues ?? [])].map(({ text }) => text)),
    stretches: video.buffered.length,
    sheets: null,
    failures,
  }
}`

const SHAKA_PLAYER = `async (address) => {
  shaka.polyfill.installAll()
  const video = document.querySelector('video')
  const failures = []
  const player = new shaka.Player()
  player.addEventListener('error', ({ detail }) => failures.push('shaka ' + detail.code))
  await player.attach(video)
  await player.load(address)
  await (${TO_THE_END})(video, failures)
  const variants = player.getVariantTracks()
  const [images] = player.getImageTracks()
  const pictures = images ? await player.getAllThumbnails(images.id) : []
  const sheets = [...new Set(pictures.flatMap(({ uris }) => uris))]
  for (const sheet of sheets) {
    const { status } = await fetch(sheet)
    if (status !== 200) failures.push(status + ' ' + sheet)
  }
  const result = {
    seconds: video.currentTime,
    heights: [...new Set(variants.map(({ height }) => height))].sort((a, b) => a - b),
    audio: [...new Set(variants.flatMap(({ language, audioId }) => audioId === null ? [] : [language]))],
    text: player.getTextTracks().map(({ language }) => language),
    seen: [],
    cues: [],
    stretches: video.buffered.length,
    sheets: sheets.length,
    failures,
  }
  await player.destroy()
  return result
}`

const expectWhole = (played: Played, { durationSeconds, heights }: PublishedVideo) => {
  expect(played.failures).toEqual([])
  expect(Math.abs(played.seconds - durationSeconds)).toBeLessThan(0.3)
  expect(played.heights).toEqual(heights)
  expect(played.stretches).toBe(1)
}

describe.each(KINDS)('A published video (%s)', (kind) => {
  it('is played to the end by hls.js', async () => {
    const played = await playHls(videoOf(kind).hlsUrl, 'hls.js')
    expectWhole(played, videoOf(kind))
    expect(played.text).toEqual(['en'])
    expect(played.cues).toEqual(['The kernel'])
    expect(played.seen.at(-1)).toBe(videoOf(kind).heights.at(-1))
    if (kind === 'languages') expect(played.audio).toEqual(videoOf(kind).languages)
  })

  it('is played to the end by the web client’s hls.js, which leaves captions to the player', async () => {
    const played = await playHls(videoOf(kind).hlsUrl, 'our-hls.js')
    expectWhole(played, videoOf(kind))
    expect(played.seen.at(-1)).toBe(videoOf(kind).heights.at(-1))
    if (kind === 'languages') expect(played.audio).toEqual(videoOf(kind).languages)
  })

  it('is played to the end by Shaka, as HLS and as DASH', async () => {
    for (const address of [videoOf(kind).hlsUrl, videoOf(kind).dashUrl]) {
      const played = await playIn('shaka.js', address, SHAKA_PLAYER)
      expectWhole(played, videoOf(kind))
      expect(played.text).toEqual(['en'])
      // The last of three pictures is at 4 s, and a sheet has room for 20.
      expect(played.sheets).toBe(1)
      if (kind === 'languages')
        expect(played.audio.toSorted()).toEqual(videoOf(kind).languages.toSorted())
    }
  })
})
