import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EncodePlan } from './job-request.ts'

interface Segment {
  readonly seconds: number
  readonly bytes: number
}

interface Bandwidth {
  /** Bits per second: of the segment that needs most, and over the whole. */
  readonly peak: number
  readonly average: number
}

/**
 * Makes what ffmpeg wrote into what MediaConvert would have: `index.m3u8` lists `index_240p.m3u8` and
 * so on, both manifests state measured bandwidths, and the playlists say that they are complete.
 */
export async function finishManifests(directory: string, plan: EncodePlan): Promise<void> {
  const names = [...plan.videos, ...(plan.audio ? [plan.audio] : [])].map(
    ({ name }) => `index${name}.m3u8`,
  )
  const bandwidths: Bandwidth[] = []
  for (const [index, name] of names.entries()) {
    const written = join(directory, `media_${index}.m3u8`)
    const playlist = await readFile(written, 'utf8')
    bandwidths.push(measure(await segmentsOf(directory, playlist)))
    await writeFile(join(directory, name), withVodTags(playlist))
    await rm(written)
  }
  const master = join(directory, 'master.m3u8')
  const sound = plan.audio ? bandwidths.at(-1) : undefined
  await writeFile(
    master,
    masterPlaylist(await readFile(master, 'utf8'), names, bandwidths, sound ?? SILENCE),
  )
  await rename(master, join(directory, 'index.m3u8'))
  const mpd = join(directory, 'index.mpd')
  await writeFile(mpd, withBandwidths(await readFile(mpd, 'utf8'), bandwidths))
}

/** The duration of the longest playlist in the directory, in seconds. */
export async function playableSeconds(directory: string): Promise<number> {
  const playlists = (await readdir(directory)).filter((name) => /^index_.*\.m3u8$/.test(name))
  const durations = await Promise.all(
    playlists.map(async (name) => {
      const segments = await segmentsOf(directory, await readFile(join(directory, name), 'utf8'))
      return segments.reduce((sum, { seconds }) => sum + seconds, 0)
    }),
  )
  return Math.max(0, ...durations)
}

const SILENCE: Bandwidth = { peak: 0, average: 0 }

function masterPlaylist(
  written: string,
  names: readonly string[],
  bandwidths: readonly Bandwidth[],
  sound: Bandwidth,
): string {
  let variant = 0
  return written
    .replace(/^#EXT-X-VERSION:.*$/m, '$&\n#EXT-X-INDEPENDENT-SEGMENTS')
    .replace(/^#EXT-X-STREAM-INF:BANDWIDTH=\d+(?:,AVERAGE-BANDWIDTH=\d+)?/gm, () => {
      const video = bandwidths[variant] ?? SILENCE
      variant += 1
      return `#EXT-X-STREAM-INF:BANDWIDTH=${video.peak + sound.peak},AVERAGE-BANDWIDTH=${video.average + sound.average}`
    })
    .replace(/media_(\d+)\.m3u8/g, (whole, index) => names[Number(index)] ?? whole)
}

const withVodTags = (playlist: string) =>
  `${playlist
    .replace(/^#EXT-X-TARGETDURATION:/m, '#EXT-X-PLAYLIST-TYPE:VOD\n$&')
    .replace(/^#EXT-X-VERSION:.*$/m, '$&\n#EXT-X-INDEPENDENT-SEGMENTS')
    .trimEnd()}\n`

/** DASH requires `bandwidth`, which ffmpeg leaves out for constant quality in some of its versions. */
const withBandwidths = (mpd: string, bandwidths: readonly Bandwidth[]) =>
  mpd.replace(/<Representation id="(\d+)"[^>]*>/g, (tag, id) => {
    const bandwidth = bandwidths[Number(id)]
    if (!bandwidth) return tag
    return tag
      .replace(/ bandwidth="\d*"/, '')
      .replace(/ id="\d+"/, `$& bandwidth="${bandwidth.peak}"`)
  })

async function segmentsOf(directory: string, playlist: string): Promise<Segment[]> {
  const listed = [...playlist.matchAll(/^#EXTINF:([\d.]+),.*\n(?:#.*\n)*([^#\s].*)$/gm)]
  return Promise.all(
    listed.map(async ([, seconds = '0', name = '']) => ({
      seconds: Number(seconds),
      bytes: (await stat(join(directory, name.trim()))).size,
    })),
  )
}

/** RFC 8216 4.1: the peak is taken over segments of at least half the target duration. */
function measure(segments: readonly Segment[]): Bandwidth {
  const longest = Math.max(0, ...segments.map(({ seconds }) => seconds))
  const bits = segments.reduce((sum, { bytes }) => sum + bytes * 8, 0)
  const seconds = segments.reduce((sum, segment) => sum + segment.seconds, 0)
  const peaks = segments
    .filter((segment) => segment.seconds > 0 && segment.seconds >= longest / 2)
    .map((segment) => (segment.bytes * 8) / segment.seconds)
  return {
    peak: Math.ceil(Math.max(1, ...peaks)),
    average: Math.ceil(Math.max(1, seconds > 0 ? bits / seconds : 0)),
  }
}
