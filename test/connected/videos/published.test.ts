import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { Parser } from 'm3u8-parser'
import { parse as parseMpd } from 'mpd-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FfmpegTools, findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { type PublishedVideo, startPublishing } from '#test/support/published-video'
import { type ClipKind, makeClip } from '#test/support/reader-clips'

const run = promisify(execFile)

let tools: FfmpegTools
let root: string
let site: Awaited<ReturnType<typeof startPublishing>>
beforeAll(async () => {
  tools = await findFfmpeg()
  root = await mkdtemp(join(tmpdir(), 'lectern-published-'))
  site = await startPublishing(root, {})
})
afterAll(async () => {
  await site?.close()
  await rm(root, { recursive: true, force: true })
})

const TYPES: Readonly<Record<string, RegExp>> = {
  '.m3u8': /^application\/vnd\.apple\.mpegurl$/,
  '.mpd': /^application\/dash\+xml$/,
  '.mp4': /^video\/mp4$/,
  '.m4s': /^video\/iso\.segment$/,
  '.jpg': /^image\/jpeg$/,
  // Not text/vtt, which CloudFront would not compress.
  '.vtt': /^text\/plain; charset=utf-8$/,
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address)
  expect(`${answer.status} ${address}`).toBe(`200 ${address}`)
  expect(answer.headers.get('content-type'), address).toMatch(TYPES[extname(address)] ?? /^$/)
  return answer
}
const text = async (address: string) => (await fetched(address)).text()

/** An HLS playlist as m3u8-parser reads it, which must have nothing to say against it. */
function readHls(playlist: string) {
  const warnings: string[] = []
  const parser = new Parser()
  parser.on('warn', ({ message }) => warnings.push(message))
  parser.push(playlist)
  parser.end()
  expect(warnings).toEqual([])
  return parser.manifest
}

/** The same of a DASH manifest, by mpd-parser. */
async function readDash(manifestUri: string) {
  const warnings: string[] = []
  const eventHandler = ({ message }: { message: string }) => warnings.push(message)
  const manifest = parseMpd(await text(manifestUri), { manifestUri, eventHandler })
  expect(warnings).toEqual([])
  return manifest
}

interface ListedSegment {
  readonly init: string
  readonly address: string
  readonly seconds: number
}

async function hlsSegments(address: string): Promise<ListedSegment[]> {
  const { segments, endList } = readHls(await text(address))
  expect(endList).toBe(true)
  return segments.map(({ uri, duration, map }) => ({
    init: new URL(map?.uri ?? '', address).href,
    address: new URL(uri, address).href,
    seconds: duration,
  }))
}

/** Every address that an HLS playlist names, whatever for, and those that the named playlists name. */
async function namedByHls(address: string): Promise<string[]> {
  const lines = (await text(address)).split('\n')
  const uris = lines.flatMap((line) =>
    line.startsWith('#') ? [...line.matchAll(/\bURI="([^"]*)"/g)].map(([, uri]) => uri) : [line],
  )
  const named = uris.flatMap((uri) => (uri ? [new URL(uri, address).href] : []))
  const below = named.filter((each) => extname(each) === '.m3u8').map(namedByHls)
  return [...named, ...(await Promise.all(below)).flat()]
}

const Packets = z.object({
  packets: z.array(z.object({ pts: z.number(), pts_time: z.coerce.number(), flags: z.string() })),
})

/** A segment's packets in the order in which they are decoded. */
async function packetsOf({ init, address }: ListedSegment) {
  const parts = await Promise.all(
    [init, address].map(async (each) => (await fetched(each)).bytes()),
  )
  const file = join(root, 'segment.mp4')
  await writeFile(file, Buffer.concat(parts))
  const args = [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-show_entries',
    'packet=pts,pts_time,flags',
  ]
  const { stdout } = await run(tools.ffprobe, [...args, '-of', 'json', file])
  return Packets.parse(JSON.parse(stdout)).packets
}

const KINDS = [
  'film',
  'lecture',
  'fast',
  'variable',
  'silent',
  'languages',
] as const satisfies readonly ClipKind[]

describe.each(KINDS)('What is published of a video (%s)', (kind) => {
  let video: PublishedVideo
  beforeAll(async () => {
    video = await site.publish(await makeClip(tools.ffmpeg, kind, root))
  })
  const rungs = async () => {
    const { playlists = [] } = readHls(await text(video.hlsUrl))
    expect(playlists.map(({ attributes }) => attributes.RESOLUTION.height)).toEqual(video.heights)
    return Promise.all(playlists.map(({ uri }) => hlsSegments(new URL(uri, video.hlsUrl).href)))
  }

  it('names nothing that is not there, and everything is of its type', async () => {
    const named = new Set(await namedByHls(video.hlsUrl))
    for (const address of named) await fetched(address)
    const kinds = new Set([...named].map((address) => extname(address)))
    expect([...kinds].sort()).toEqual(['.jpg', '.m3u8', '.m4s', '.mp4', '.vtt'])
  })

  it('is the same to a reader of HLS and to one of DASH', async () => {
    const master = readHls(await text(video.hlsUrl))
    const { playlists, mediaGroups } = await readDash(video.dashUrl)
    const dashOf = (list: readonly Pick<(typeof playlists)[number], 'segments'>[]) =>
      list.map(({ segments }) =>
        segments.map(({ resolvedUri, map }) => ({ init: map?.resolvedUri, address: resolvedUri })),
      )
    const hlsOf = (list: readonly ListedSegment[][]) =>
      list.map((segments) => segments.map(({ init, address }) => ({ init, address })))
    expect(hlsOf(await rungs())).toEqual(dashOf(playlists))

    const sounds = Object.values(master.mediaGroups?.AUDIO?.audio ?? {})
    expect(sounds).toHaveLength(video.languages.length)
    const heard = await Promise.all(
      sounds.map(({ uri }) => hlsSegments(new URL(uri, video.hlsUrl).href)),
    )
    const dashSounds = Object.values(mediaGroups.AUDIO.audio ?? {})
    expect(hlsOf(heard)).toEqual(dashSounds.flatMap((sound) => dashOf(sound.playlists)))

    const named = await namedByHls(video.hlsUrl)
    const captions = Object.values(mediaGroups.SUBTITLES.subs)
    expect(captions.map(({ language }) => language)).toEqual(['en'])
    for (const { playlists: tracks } of captions)
      for (const { resolvedUri } of tracks) expect(named).toContain(resolvedUri)
  })

  it('may be changed between rungs at every segment: all begin with a keyframe of the same time', async () => {
    const [lowest = [], ...others] = await rungs()
    const { playlists } = await readDash(video.dashUrl)
    expect(lowest.length).toBeGreaterThan(2)
    expect(others).toHaveLength(1)
    const starts = async (segments: readonly ListedSegment[]) => {
      const found: number[] = []
      for (const segment of segments) {
        const packets = await packetsOf(segment)
        expect(packets.map(({ flags }) => flags.startsWith('K'))).toEqual(
          packets.map((_, index) => index === 0),
        )
        expect(packets[0]?.pts).toBe(Math.min(...packets.map(({ pts }) => pts)))
        found.push(packets[0]?.pts_time ?? Number.NaN)
      }
      return found
    }
    const times = await starts(lowest)
    for (const rung of others) expect(await starts(rung)).toEqual(times)
    for (const { segments } of playlists) {
      const listed = segments.map(({ presentationTime }) => presentationTime)
      expect(listed.map((time) => time.toFixed(3))).toEqual(times.map((time) => time.toFixed(3)))
    }
    for (const segments of [lowest, ...others])
      for (const [index, { seconds }] of segments.slice(0, -1).entries())
        expect(seconds).toBeCloseTo((times[index + 1] ?? 0) - (times[index] ?? 0), 3)
  })
})
