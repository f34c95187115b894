import type { Language } from '#contract/videos/asset'
import { type HlsAttributes, quoted, readAttributes, unquoted, writeTag } from './hls-tags.ts'

/** One captions track as a playlist lists it. */
export interface SubtitleTrack {
  readonly language: Language
  readonly label: string
  /** Its own playlist, as seen from the lasting one. */
  readonly uri: string
}

interface Variant {
  readonly attributes: HlsAttributes
  readonly uri: string
}

const SUBTITLES = 'subs'

/**
 * The lasting HLS multivariant playlist of an asset: what the encoder wrote for a version, with its
 * addresses leading into that version's folder, the lowest bandwidth first whatever the encoder's order,
 * and the captions of now. The encode itself brings no captions; were there any, these stand for them.
 */
export function composeMasterPlaylist(
  encoded: string,
  version: number,
  subtitles: readonly SubtitleTrack[] = [],
): string {
  const { tags, variants } = read(encoded)
  const media = tags.filter((tag) => !isSubtitles(tag))
  const inOrder = variants.toSorted((a, b) => bandwidthOf(a) - bandwidthOf(b))
  const hasCaptionsInside = media.some((tag) => typeOf(tag) === 'CLOSED-CAPTIONS')
  return [
    '#EXTM3U',
    ...media.map((tag) => into(tag, version)),
    ...subtitlesOf(subtitles),
    ...inOrder.flatMap(({ attributes, uri }) => [
      writeTag('#EXT-X-STREAM-INF', offer(attributes, subtitles.length > 0, hasCaptionsInside)),
      `v${version}/${uri}`,
    ]),
    '',
  ].join('\n')
}

function read(encoded: string) {
  const lines = encoded
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '#EXTM3U')
  const tags: string[] = []
  const variants: Variant[] = []
  let attributes: HlsAttributes | undefined
  for (const line of lines)
    if (line.startsWith('#EXT-X-STREAM-INF:')) attributes = readAttributes(line)
    else if (line.startsWith('#EXT')) tags.push(line)
    else if (attributes && !line.startsWith('#')) {
      variants.push({ attributes, uri: line })
      attributes = undefined
    }
  return { tags, variants }
}

const bandwidthOf = ({ attributes }: Variant) => Number(attributes.get('BANDWIDTH') ?? 0)

const typeOf = (tag: string) =>
  tag.startsWith('#EXT-X-MEDIA:') ? readAttributes(tag).get('TYPE') : undefined

const isSubtitles = (tag: string) => typeOf(tag) === 'SUBTITLES'

/** Renditions and image playlists name theirs in `URI`. */
function into(tag: string, version: number): string {
  const attributes = readAttributes(tag)
  const uri = unquoted(attributes.get('URI'))
  if (uri === undefined) return tag
  return writeTag(
    tag.slice(0, tag.indexOf(':')),
    new Map([...attributes, ['URI', quoted(`v${version}/${uri}`)]]),
  )
}

function offer(attributes: HlsAttributes, subtitles: boolean, captionsInside: boolean) {
  const offered = new Map(attributes)
  offered.delete('SUBTITLES')
  if (subtitles) offered.set('SUBTITLES', quoted(SUBTITLES))
  // Otherwise Safari offers captions that the picture does not carry.
  if (!captionsInside && !offered.has('CLOSED-CAPTIONS')) offered.set('CLOSED-CAPTIONS', 'NONE')
  return offered
}

/** RFC 8216 4.3.4.1.1: no two renditions of a group may have one name. */
function subtitlesOf(tracks: readonly SubtitleTrack[]): string[] {
  const taken = new Set<string>()
  return tracks.map(({ language, label, uri }) => {
    let name = quoted(label)
    for (let n = 2; taken.has(name); n += 1) name = quoted(`${label} (${n})`)
    taken.add(name)
    return writeTag(
      '#EXT-X-MEDIA',
      new Map([
        ['TYPE', 'SUBTITLES'],
        ['GROUP-ID', quoted(SUBTITLES)],
        ['NAME', name],
        ['LANGUAGE', quoted(language)],
        ['AUTOSELECT', 'YES'],
        ['DEFAULT', 'NO'],
        ['FORCED', 'NO'],
        ['URI', quoted(uri)],
      ]),
    )
  })
}

/** A captions file as HLS wants it: a playlist of one segment that lasts as long as the video. */
export function composeSubtitlePlaylist(fileName: string, durationSeconds: number): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    `#EXT-X-TARGETDURATION:${Math.ceil(durationSeconds)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${durationSeconds.toFixed(3)},`,
    fileName,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}
