import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Parser } from 'm3u8-parser'
import { parse as parseMpd } from 'mpd-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseRungs } from '#core/videos/encode/ladder'
import { encode } from '#local/media-convert/encode/encode'
import type { EncodePlan } from '#local/media-convert/plan/encode-plan'
import { type FfmpegTools, findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'

import { sourceFacts } from '#test/support/asset'
import { clipMaker } from './clips.ts'

const run = promisify(execFile)

let tools: FfmpegTools
let root: string

beforeAll(async () => {
  tools = await findFfmpeg()
  root = await mkdtemp(join(tmpdir(), 'lectern-encode-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

function planOf(width: number, height: number, hasAudio: boolean): EncodePlan {
  const rungs = chooseRungs(sourceFacts({ width, height }))
  return {
    destination: 's3://content/media/index',
    segmentSeconds: 2,
    keyframeSeconds: 2,
    frameRate: { numerator: 30, denominator: 1 },
    isTurnedUpright: true,
    isDeinterlaced: false,
    isColourCorrected: false,
    matrixIfUnsaid: 'bt601',
    videos: rungs.map((rung) => ({ ...rung, name: `_${rung.name}`, quality: 7 })),
    audios: hasAudio ? [SOUND] : [],
    thumbnails: { width: 224, height: 126, columns: 5, rows: 4, intervalSeconds: 1 },
    poster: {
      destination: 's3://content/media/poster',
      width,
      height,
      intervalSeconds: 1.5,
      captures: 2,
    },
  }
}

const SOUND: EncodePlan['audios'][number] = {
  name: '_audio1',
  track: 1,
  language: null,
  label: 'Track 1',
  isDefault: true,
  bitrate: 96_000,
  loudness: { target: -18, peak: -2 },
}

async function encoded(name: string, source: string, plan: EncodePlan) {
  const directory = join(root, name)
  await mkdir(directory)
  const percents: number[] = []
  await encode({
    tools,
    plan,
    source,
    directory,
    signal: AbortSignal.timeout(60_000),
    onProgress: (percent) => percents.push(percent),
  })
  return { directory, percents, files: await readdir(directory) }
}

async function hls(directory: string, name: string) {
  const parser = new Parser()
  parser.push(await readFile(join(directory, name), 'utf8'))
  parser.end()
  return parser.manifest
}

async function frameSize(file: string) {
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=width,height']
  const { stdout } = await run(tools.ffprobe, [...args, '-of', 'csv=p=0', file])
  return stdout.trim().split('\n')[0]
}

describe('The encoder', () => {
  it('makes one ladder with sound that HLS and DASH share, lowest rung first', async () => {
    const source = await clipMaker(tools, root).lecture()
    const { directory, files, percents } = await encoded('lecture', source, planOf(640, 360, true))

    const master = await hls(directory, 'index.m3u8')
    expect(master.independentSegments).toBe(true)
    expect(
      master.playlists?.map(({ uri, attributes }) => ({ uri, ...attributes.RESOLUTION })),
    ).toEqual([
      { uri: 'index_240p.m3u8', width: 426, height: 240 },
      { uri: 'index_360p.m3u8', width: 640, height: 360 },
    ])
    const bandwidths = master.playlists?.map(({ attributes }) => Number(attributes.BANDWIDTH)) ?? []
    expect(bandwidths[1]).toBeGreaterThan(bandwidths[0] ?? Number.NaN)
    expect(Object.keys(master.mediaGroups?.AUDIO ?? {})).toHaveLength(1)

    const rung = await hls(directory, 'index_360p.m3u8')
    expect(rung).toMatchObject({ endList: true, playlistType: 'VOD', targetDuration: 2 })
    const seconds = rung.segments.reduce((sum, segment) => sum + segment.duration, 0)
    expect(seconds).toBeCloseTo(4, 1)

    const mpd = parseMpd(await readFile(join(directory, 'index.mpd'), 'utf8'), {
      manifestUri: 'http://127.0.0.1/index.mpd',
    })
    expect(mpd.duration).toBeCloseTo(4, 0)
    expect(mpd.playlists.map(({ attributes }) => attributes.RESOLUTION)).toEqual([
      { width: 426, height: 240 },
      { width: 640, height: 360 },
    ])
    const dashSegments = mpd.playlists.flatMap(({ segments }) => segments.map(({ uri }) => uri))
    expect(files).toEqual(expect.arrayContaining(dashSegments))
    expect(rung.segments.map(({ uri }) => uri)).toEqual(
      mpd.playlists[1]?.segments.map(({ uri }) => uri),
    )

    expect(await frameSize(join(directory, 'index_360p.m3u8'))).toBe('640,360')
    expect(await frameSize(join(directory, 'index_240p.m3u8'))).toBe('426,240')
    expect(await frameSize(join(directory, 'index_thumbnails_000000001.jpg'))).toBe('1120,504')
    expect(await readFile(join(directory, 'index_thumbnails.m3u8'), 'utf8')).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:7',
        '#EXT-X-PLAYLIST-TYPE:VOD',
        '#EXT-X-TARGETDURATION:4',
        '#EXT-X-MEDIA-SEQUENCE:1',
        '#EXT-X-IMAGES-ONLY',
        `#EXTINF:${seconds.toFixed(6)},`,
        '#EXT-X-TILES:RESOLUTION=224x126,LAYOUT=5x4,DURATION=1.000000',
        'index_thumbnails_000000001.jpg',
        '#EXT-X-ENDLIST',
        '',
      ].join('\n'),
    )
    expect(files.filter((name) => /^poster/.test(name)).sort()).toEqual([
      'poster.0000000.jpg',
      'poster.0000001.jpg',
    ])
    expect(await frameSize(join(directory, 'poster.0000001.jpg'))).toBe('640,360')
    expect(percents.every((percent) => percent >= 0 && percent < 100)).toBe(true)
    expect(files.filter((name) => /^(master|media_|written)/.test(name))).toEqual([])
  }, 60_000)

  it('captures the first frame, and no second from a video that ends before it', async () => {
    const source = await clipMaker(tools, root).silent()
    const plan = planOf(320, 240, false)
    const poster = plan.poster && { ...plan.poster, intervalSeconds: 2.5 }
    const { files } = await encoded('short', source, { ...plan, poster })
    expect(files.filter((name) => /^poster/.test(name))).toEqual(['poster.0000000.jpg'])
  }, 60_000)

  it('makes a video without sound from one that has none', async () => {
    const source = await clipMaker(tools, root).silent()
    const { directory } = await encoded('silent', source, planOf(320, 240, false))
    const master = await hls(directory, 'index.m3u8')
    expect(master.playlists?.map(({ uri }) => uri)).toEqual(['index_240p.m3u8'])
    expect(Object.keys(master.mediaGroups?.AUDIO ?? {})).toEqual([])
    expect(await frameSize(join(directory, 'index_240p.m3u8'))).toBe('320,240')
  }, 60_000)

  it('says of a source whose end is missing how much of it there is', async () => {
    const source = await clipMaker(tools, root).matroskaCut()
    await expect(encoded('cut', source, planOf(320, 240, false))).rejects.toThrow(
      /it should last 6\.0 s, but ends after \d\.\d s/,
    )
  }, 60_000)

  it('stops at once when it is told to', async () => {
    const source = await clipMaker(tools, root).lecture('1280x720', 5)
    const directory = join(root, 'stopped')
    await mkdir(directory)
    const abort = new AbortController()
    const encoding = encode({
      tools,
      plan: planOf(1280, 720, true),
      source,
      directory,
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('stopped by the test')),
    })
    await expect(encoding).rejects.toThrow('stopped by the test')
  }, 60_000)
})
