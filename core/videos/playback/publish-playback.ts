import { contentKeys, filesIn, Playback } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import type { Asset, CaptionTrack } from '#contract/videos/asset'
import type { MediaEvents, MediaFiles } from '#core/videos/ports'
import { composeDashManifest } from './dash-manifest.ts'
import { contentTypes, immutable, lasting } from './file-headers.ts'
import { composeMasterPlaylist, composeSubtitlePlaylist } from './master-playlist.ts'
import { composeThumbnails, findImagePlaylist } from './thumbnails.ts'

/** An asset of a course with a version that learners may see. */
export type LiveAsset = Asset & { readonly courseId: CourseId; readonly liveVersion: number }

/** What players are told of the live version itself. */
type LiveFacts = Pick<Playback, 'durationSeconds' | 'width' | 'height' | 'audio'>

export const isLive = (asset: Asset): asset is LiveAsset =>
  asset.courseId !== null && asset.liveVersion !== null

export interface PublishDeps {
  readonly files: MediaFiles
  readonly events: Pick<MediaEvents, 'published'>
}

/**
 * Points an asset's lasting addresses to its live version and to its captions and chapters of now.
 * Writes `playback.json` last, then tells whoever keeps copies. Writing twice changes nothing.
 */
export async function publishPlayback(deps: PublishDeps, asset: LiveAsset): Promise<void> {
  const { files } = deps
  const { id, courseId, liveVersion: version } = asset
  const encode = contentKeys.encode(courseId, id, version)
  const facts = factsOf(asset)
  const [playlist, manifest] = await Promise.all([
    readEncoded(files, `${encode}index.m3u8`),
    readEncoded(files, `${encode}index.mpd`),
  ])
  // What the manifests name is there before they name it.
  const [thumbnailsUrl] = await Promise.all([
    writeThumbnails(files, asset, playlist),
    ...asset.captions.map((track) => writeSubtitlePlaylist(files, asset, track, facts)),
  ])
  await Promise.all([
    publishPoster(files, asset),
    files.writeText(
      contentKeys.hls(courseId, id),
      composeMasterPlaylist(playlist, version, subtitlesOf(asset)),
      lasting(contentTypes.hls),
    ),
    files.writeText(
      contentKeys.dash(courseId, id),
      composeDashManifest(manifest, version, textsOf(asset, facts)),
      lasting(contentTypes.dash),
    ),
  ])
  await files.writeText(
    contentKeys.playback(courseId, id),
    JSON.stringify(toPlayback(asset, facts, thumbnailsUrl)),
    lasting(contentTypes.json),
  )
  await deps.events.published(courseId, id)
}

/** The lasting addresses of an asset's media for those who teach the course. */
export const mediaUrls = (courseId: CourseId, assetId: Asset['id']) =>
  filesIn(contentKeys.media(courseId, assetId))

async function readEncoded(files: MediaFiles, key: string): Promise<string> {
  const text = await files.readText(key)
  if (text === null) throw new Error(`The encode reported its end, but ${key} is not there`)
  return text
}

/** The later capture. It is missing where the video ended before it, and in encodes that took one alone. */
async function publishPoster(files: MediaFiles, asset: LiveAsset): Promise<void> {
  const { id, courseId, liveVersion: version } = asset
  const copy = (capture: number) =>
    files.copy(
      contentKeys.posterCapture(courseId, id, version, capture),
      contentKeys.poster(courseId, id),
      lasting(contentTypes.jpeg),
    )
  if ((await copy(1)) || (await copy(0))) return
  throw new Error(`The encode of ${id} reported its end, but left no picture for the poster`)
}

async function writeThumbnails(
  files: MediaFiles,
  asset: LiveAsset,
  playlist: string,
): Promise<string | null> {
  const { id, courseId, liveVersion: version } = asset
  const imagePlaylist = findImagePlaylist(playlist)
  if (imagePlaylist === null) return null
  const images = await readEncoded(
    files,
    `${contentKeys.encode(courseId, id, version)}${imagePlaylist}`,
  )
  const thumbnails = composeThumbnails(images, imagePlaylist)
  if (thumbnails === null) return null
  const key = contentKeys.thumbnails(courseId, id, version)
  await files.writeText(key, thumbnails, immutable(contentTypes.webVtt))
  return below(asset, key)
}

async function writeSubtitlePlaylist(
  files: MediaFiles,
  asset: LiveAsset,
  track: CaptionTrack,
  { durationSeconds }: LiveFacts,
): Promise<null> {
  await files.writeText(
    subtitlePlaylistKey(asset, track),
    composeSubtitlePlaylist(nameIn(captionsKey(asset, track)), durationSeconds),
    immutable(contentTypes.hls),
  )
  return null
}

const subtitlesOf = (asset: LiveAsset) =>
  asset.captions.map((track) => ({
    ...track,
    uri: below(asset, subtitlePlaylistKey(asset, track)),
  }))

const textsOf = (asset: LiveAsset, { audio }: LiveFacts) =>
  asset.captions.map((track) => ({
    ...track,
    isSpoken: audio.some((sound) => primary(sound.language) === primary(track.language)),
    uri: below(asset, captionsKey(asset, track)),
  }))

const captionsKey = ({ courseId, id }: LiveAsset, { language, revision }: CaptionTrack) =>
  contentKeys.captions(courseId, id, language, revision)

const subtitlePlaylistKey = (
  { courseId, id, liveVersion }: LiveAsset,
  { language, revision }: CaptionTrack,
) => contentKeys.captionsPlaylist(courseId, id, language, revision, liveVersion)

/** A key as seen from the asset's lasting files. */
const below = ({ courseId, id }: LiveAsset, key: string) =>
  key.slice(contentKeys.media(courseId, id).length)

const nameIn = (key: string) => key.slice(key.lastIndexOf('/') + 1)

/** `en` of `en-GB`. */
const primary = (language: string) => language.split('-')[0]

/** While another version is on its way the asset's own facts are that one's. */
function factsOf({ id, liveFacts }: LiveAsset): LiveFacts {
  if (!liveFacts) throw new Error(`Asset ${id} is live, but nothing is known of its live version`)
  const { source, rungs } = liveFacts
  const { width, height } = rungs.at(-1) ?? source
  return { durationSeconds: source.durationSeconds, audio: source.audio, width, height }
}

function toPlayback(asset: LiveAsset, facts: LiveFacts, thumbnailsUrl: string | null): Playback {
  const { id, courseId, liveVersion, captions, chapters } = asset
  const { durationSeconds, width, height, audio } = facts
  return Playback.parse({
    assetId: id,
    version: liveVersion,
    durationSeconds,
    width,
    height,
    hlsUrl: below(asset, contentKeys.hls(courseId, id)),
    dashUrl: below(asset, contentKeys.dash(courseId, id)),
    posterUrl: below(asset, contentKeys.poster(courseId, id)),
    thumbnailsUrl,
    audio,
    captions: captions.map((track) => ({
      language: track.language,
      label: track.label,
      url: below(asset, captionsKey(asset, track)),
    })),
    // A shorter version may have come since they were set.
    chapters: chapters.filter(({ startSeconds }) => startSeconds < durationSeconds),
  })
}
