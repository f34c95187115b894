import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WRITTEN } from './ffmpeg-args.ts'

export interface Segment {
  readonly name: string
  readonly seconds: number
  readonly bytes: number
}

/** One stream of the encode, as ffmpeg wrote it. */
export interface Rendition {
  readonly init: string
  readonly segments: readonly Segment[]
  readonly seconds: number
  /** As RFC 6381 names the codec. */
  readonly codecs: string
  /** DASH's SegmentTemplate, which needs a representation whose id is the stream's number. */
  readonly template: string
  readonly bandwidth: Bandwidth
}

/** Bits per second: of the segment that needs most, and over the whole. */
export interface Bandwidth {
  readonly peak: number
  readonly average: number
}

/** Takes what ffmpeg said of its streams out of the directory, in their order. */
export async function takeRenditions(directory: string, count: number): Promise<Rendition[]> {
  const mpd = await readFile(join(directory, WRITTEN.mpd), 'utf8')
  const described = [
    ...mpd.matchAll(/<Representation id="\d+"([^>]*)>([\s\S]*?)<\/Representation>/g),
  ]
  const renditions = await Promise.all(
    [...Array(count).keys()].map(async (stream) => {
      const [, attributes = '', content = ''] = described[stream] ?? []
      const playlist = await readFile(join(directory, WRITTEN.playlist(stream)), 'utf8')
      const segments = await segmentsOf(directory, playlist)
      return {
        init: /#EXT-X-MAP:URI="([^"]+)"/.exec(playlist)?.[1] ?? '',
        segments,
        seconds: segments.reduce((sum, { seconds }) => sum + seconds, 0),
        codecs: /codecs="([^"]+)"/.exec(attributes)?.[1] ?? '',
        template: /<SegmentTemplate[\s\S]*<\/SegmentTemplate>/.exec(content)?.[0] ?? '',
        bandwidth: bandwidthOf(segments),
      }
    }),
  )
  const playlists = renditions.map((_, stream) => WRITTEN.playlist(stream))
  await Promise.all(
    [WRITTEN.mpd, WRITTEN.master, ...playlists].map((name) => rm(join(directory, name))),
  )
  return renditions
}

async function segmentsOf(directory: string, playlist: string): Promise<Segment[]> {
  const listed = [...playlist.matchAll(/^#EXTINF:([\d.]+),.*\n(?:#.*\n)*([^#\s].*)$/gm)]
  return Promise.all(
    listed.map(async ([, seconds = '0', name = '']) => ({
      name: name.trim(),
      seconds: Number(seconds),
      bytes: (await stat(join(directory, name.trim()))).size,
    })),
  )
}

/** RFC 8216 4.1: the peak is taken over segments of at least half the target duration. */
export function bandwidthOf(segments: readonly Segment[]): Bandwidth {
  const longest = Math.max(0, ...segments.map(({ seconds }) => seconds))
  const bits = segments.reduce((sum, { bytes }) => sum + bytes * 8, 0)
  const seconds = segments.reduce((sum, segment) => sum + segment.seconds, 0)
  const peaks = segments
    .filter((segment) => segment.seconds > 0 && segment.seconds >= longest / 2)
    .map((segment) => (segment.bytes * 8) / segment.seconds)
  const average = Math.ceil(Math.max(1, seconds > 0 ? bits / seconds : 0))
  // A short last segment counts for the average alone, and may be the heaviest.
  return { peak: Math.ceil(Math.max(average, ...peaks)), average }
}
