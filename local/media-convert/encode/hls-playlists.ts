import type { AudioPlan, VideoPlan } from '#local/media-convert/plan/encode-plan'
import type { Rendition } from './rendition.ts'
import type { ThumbnailSheets } from './thumbnail-sheets.ts'

export interface EncodedVideo {
  readonly plan: VideoPlan
  readonly rendition: Rendition
}

export interface EncodedAudio {
  readonly plan: AudioPlan
  readonly rendition: Rendition
}

const document = (lines: readonly string[]) => `${lines.join('\n')}\n`
const seconds = (value: number) => value.toFixed(6)

/** The list of segments of one rendition. */
export function mediaPlaylist({ init, segments }: Rendition): string {
  const longest = Math.max(1, ...segments.map((segment) => segment.seconds))
  return document([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    // RFC 8216 4.3.3.1: the durations are rounded to the nearest second before they are compared.
    `#EXT-X-TARGETDURATION:${Math.round(longest)}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    `#EXT-X-MAP:URI="${init}"`,
    ...segments.flatMap((segment) => [`#EXTINF:${seconds(segment.seconds)},`, segment.name]),
    '#EXT-X-ENDLIST',
  ])
}

/** https://github.com/image-media-playlist/spec, version 0.4: what MediaConvert follows. */
export function imagePlaylist(thumbnails: ThumbnailSheets): string {
  const { width, height, columns, rows, interval, sheets } = thumbnails
  const tiles = `RESOLUTION=${width}x${height},LAYOUT=${columns}x${rows},DURATION=${seconds(interval)}`
  return document([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXT-X-TARGETDURATION:${Math.ceil(Math.max(1, ...sheets.map((sheet) => sheet.seconds)))}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    '#EXT-X-IMAGES-ONLY',
    ...sheets.flatMap((sheet) => [
      `#EXTINF:${seconds(sheet.seconds)},`,
      `#EXT-X-TILES:${tiles}`,
      sheet.name,
    ]),
    '#EXT-X-ENDLIST',
  ])
}

/** Lowest rung first, as the job lists them. `uriOf` names a rendition's playlist. */
export function masterPlaylist(encoded: {
  readonly videos: readonly EncodedVideo[]
  readonly audios: readonly EncodedAudio[]
  readonly thumbnails: ThumbnailSheets | null
  readonly framesPerSecond: number
  readonly uriOf: (name: string) => string
}): string {
  const { videos, audios, thumbnails, framesPerSecond, uriOf } = encoded
  const sound = {
    peak: Math.max(0, ...audios.map(({ rendition }) => rendition.bandwidth.peak)),
    average: Math.max(0, ...audios.map(({ rendition }) => rendition.bandwidth.average)),
  }
  const soundCodecs = [...new Set(audios.map(({ rendition }) => rendition.codecs))]
  return document([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...audios.map(({ plan }) => {
      const language = plan.language === null ? '' : `LANGUAGE="${plan.language}",`
      const isDefault = plan.isDefault ? 'YES' : 'NO'
      return `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="${plan.label}",${language}DEFAULT=${isDefault},AUTOSELECT=YES,CHANNELS="2",URI="${uriOf(plan.name)}"`
    }),
    ...videos.flatMap(({ plan, rendition: { bandwidth, codecs } }) => [
      `#EXT-X-STREAM-INF:${[
        `BANDWIDTH=${bandwidth.peak + sound.peak}`,
        `AVERAGE-BANDWIDTH=${bandwidth.average + sound.average}`,
        `RESOLUTION=${plan.width}x${plan.height}`,
        `FRAME-RATE=${framesPerSecond.toFixed(3)}`,
        `CODECS="${[codecs, ...soundCodecs].join(',')}"`,
        ...(audios.length > 0 ? ['AUDIO="audio"'] : []),
      ].join(',')}`,
      uriOf(plan.name),
    ]),
    ...(thumbnails
      ? [
          `#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=${thumbnails.bandwidth.peak},RESOLUTION=${thumbnails.width}x${thumbnails.height},CODECS="jpeg",URI="${uriOf('_thumbnails')}"`,
        ]
      : []),
  ])
}
