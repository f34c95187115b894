import { webVttTime } from '#core/captions/format/webvtt-time'
import { readAttributes, readResolution, unquoted } from './hls-tags.ts'

/** A thumbnail as wide as the bar's preview; a larger one only costs bytes. Pixels. */
const PREVIEW_WIDTH = 320

/** One sheet of small pictures, row by row. Seconds; pixels of one picture. */
interface Sheet {
  readonly uri: string
  readonly startSeconds: number
  readonly durationSeconds: number
  readonly secondsEach: number
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
}

/**
 * The image playlist of an encode that suits a preview best, by its address as the multivariant playlist
 * gives it: the largest up to 320 pixels, else the smallest. Null where the encode has none.
 * https://developer.roku.com/docs/developer-program/media-playback/trick-mode/hls-and-dash.md
 */
export function findImagePlaylist(encoded: string): string | null {
  const streams = encoded
    .split(/\r?\n/)
    .filter((line) => line.startsWith('#EXT-X-IMAGE-STREAM-INF:'))
    .map(readAttributes)
    .flatMap((attributes) => {
      const uri = unquoted(attributes.get('URI'))
      const width = readResolution(attributes.get('RESOLUTION'))?.width
      return uri && width ? [{ uri, width }] : []
    })
    .toSorted((a, b) => a.width - b.width)
  return (streams.findLast(({ width }) => width <= PREVIEW_WIDTH) ?? streams[0])?.uri ?? null
}

/**
 * The thumbnail track of an image playlist: a cue for each picture, its text a piece of a sheet by media
 * fragment, `sheet.jpg#xywh=160,0,160,90`. Addresses are as seen from where `playlistUri` is seen. Null
 * when the playlist lists no picture.
 */
export function composeThumbnails(playlist: string, playlistUri: string): string | null {
  const folder = playlistUri.slice(0, playlistUri.lastIndexOf('/') + 1)
  const cues = sheetsOf(playlist).flatMap((sheet) => cuesOf(sheet, folder))
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n')}`
}

function sheetsOf(playlist: string): Sheet[] {
  const sheets: Sheet[] = []
  let startSeconds = 0
  let durationSeconds = 0
  let tiles = readAttributes('')
  for (const line of playlist.split(/\r?\n/).map((each) => each.trim()))
    if (line.startsWith('#EXTINF:')) durationSeconds = Number.parseFloat(line.slice(8))
    else if (line.startsWith('#EXT-X-TILES:')) tiles = readAttributes(line)
    else if (line !== '' && !line.startsWith('#')) {
      const layout = readResolution(tiles.get('LAYOUT'))
      const picture = readResolution(tiles.get('RESOLUTION'))
      const secondsEach = Number(tiles.get('DURATION'))
      if (layout && picture && secondsEach > 0 && durationSeconds > 0)
        sheets.push({
          uri: line,
          startSeconds,
          durationSeconds,
          secondsEach,
          columns: layout.width,
          rows: layout.height,
          ...picture,
        })
      startSeconds += durationSeconds
    }
  return sheets
}

function cuesOf(sheet: Sheet, folder: string): string[] {
  const { startSeconds, durationSeconds, secondsEach, columns, rows, width, height } = sheet
  const cues: string[] = []
  for (let n = 0; n < columns * rows; n += 1) {
    const from = startSeconds + n * secondsEach
    const to = Math.min(from + secondsEach, startSeconds + durationSeconds)
    // The last sheet is seldom full; half a millisecond is rounding.
    if (to - from < 0.0005) break
    const place = `${(n % columns) * width},${Math.floor(n / columns) * height},${width},${height}`
    cues.push(`${webVttTime(from)} --> ${webVttTime(to)}\n${folder}${sheet.uri}#xywh=${place}\n`)
  }
  return cues
}
