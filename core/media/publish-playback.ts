import { contentKeys, Playback } from '#contract/content'
import type { CourseId } from '#contract/ids'
import type { Asset, SourceFacts } from '#contract/models/asset'
import { composeDashManifest } from './dash-manifest.ts'
import { composeMasterPlaylist } from './master-playlist.ts'
import type { MediaFiles } from './ports.ts'

/** An asset of a course with a version that learners may see. */
export type LiveAsset = Asset & {
  readonly courseId: CourseId
  readonly source: SourceFacts
  readonly liveVersion: number
}

/**
 * What has the same name for every version is asked for anew by browsers after half a minute, and kept by
 * the edge until it is told that the file was written again.
 */
const CHANGING = 'private, max-age=30, s-maxage=86400'

/**
 * Points an asset's lasting addresses to its live version and to its captions and chapters of now.
 * Writes `playback.json` last: that file announces the others. Writing twice changes nothing.
 */
export async function publishPlayback(
  deps: { readonly files: MediaFiles },
  asset: LiveAsset,
): Promise<void> {
  const { id, courseId, liveVersion: version } = asset
  const encode = contentKeys.encode(courseId, id, version)
  const [playlist, manifest] = await Promise.all([
    readEncoded(deps.files, `${encode}index.m3u8`),
    readEncoded(deps.files, `${encode}index.mpd`),
  ])
  await Promise.all([
    deps.files.copy(`${encode}poster.0000000.jpg`, contentKeys.poster(courseId, id), {
      contentType: 'image/jpeg',
      cacheControl: CHANGING,
    }),
    deps.files.writeText(contentKeys.hls(courseId, id), composeMasterPlaylist(playlist, version), {
      contentType: 'application/vnd.apple.mpegurl',
      cacheControl: CHANGING,
    }),
    deps.files.writeText(contentKeys.dash(courseId, id), composeDashManifest(manifest, version), {
      contentType: 'application/dash+xml',
      cacheControl: CHANGING,
    }),
  ])
  await deps.files.writeText(
    contentKeys.playback(courseId, id),
    JSON.stringify(toPlayback(asset)),
    { contentType: 'application/json', cacheControl: CHANGING },
  )
}

/** The lasting addresses of an asset's media, below the web origin. */
export const mediaUrls = (courseId: CourseId, assetId: Asset['id']) => ({
  playbackUrl: `/${contentKeys.playback(courseId, assetId)}`,
  hlsUrl: `/${contentKeys.hls(courseId, assetId)}`,
  dashUrl: `/${contentKeys.dash(courseId, assetId)}`,
  posterUrl: `/${contentKeys.poster(courseId, assetId)}`,
})

async function readEncoded(files: MediaFiles, key: string): Promise<string> {
  const text = await files.readText(key)
  if (text === null) throw new Error(`The encode reported its end, but ${key} is not there`)
  return text
}

function toPlayback(asset: LiveAsset): Playback {
  const { id, courseId, liveVersion, source, captions, chapters } = asset
  const largest = asset.rungs.at(-1) ?? source
  const { hlsUrl, dashUrl, posterUrl } = mediaUrls(courseId, id)
  return Playback.parse({
    assetId: id,
    version: liveVersion,
    durationSeconds: source.durationSeconds,
    width: largest.width,
    height: largest.height,
    hlsUrl,
    dashUrl,
    posterUrl,
    thumbnailsUrl: null,
    audio: source.audio,
    captions: captions.map(({ language, label, url }) => ({ language, label, url })),
    chapters,
  })
}
