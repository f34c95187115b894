import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EncodePlan } from '#local/media-convert/plan/encode-plan'
import { dashManifest } from './dash-manifest.ts'
import { imagePlaylist, masterPlaylist, mediaPlaylist } from './hls-playlists.ts'
import { type Rendition, takeRenditions } from './rendition.ts'
import { findSheets } from './thumbnail-sheets.ts'

/**
 * Makes what ffmpeg wrote into what MediaConvert would have written: `index.m3u8` with the playlists that it
 * lists, and `index.mpd`, both with measured bandwidths. Answers the seconds of the longest rendition.
 */
export async function writeManifests(
  directory: string,
  plan: EncodePlan,
  frameRate: NonNullable<EncodePlan['frameRate']>,
): Promise<number> {
  const renditions = await takeRenditions(directory, plan.videos.length + plan.audios.length)
  const videos = paired(plan.videos, renditions)
  const audios = paired(plan.audios, renditions.slice(plan.videos.length))
  const seconds = longestOf(renditions)
  const thumbnails = plan.thumbnails
    ? await findSheets(
        directory,
        plan.thumbnails,
        frameRate,
        longestOf(videos.map(({ rendition }) => rendition)),
      )
    : null
  const framesPerSecond = frameRate.numerator / frameRate.denominator

  const write = (name: string, text: string) => writeFile(join(directory, name), text)
  await Promise.all(
    [...videos, ...audios].map(({ plan: { name }, rendition }) =>
      write(uriOf(name), mediaPlaylist(rendition)),
    ),
  )
  if (thumbnails) await write(uriOf('_thumbnails'), imagePlaylist(thumbnails))
  const encoded = { videos, audios, thumbnails }
  await write('index.m3u8', masterPlaylist({ ...encoded, framesPerSecond, uriOf }))
  await write('index.mpd', dashManifest({ ...encoded, frameRate, seconds }))
  return seconds
}

const longestOf = (renditions: readonly Rendition[]) =>
  Math.max(0, ...renditions.map(({ seconds }) => seconds))

const uriOf = (name: string) => `index${name}.m3u8`

const paired = <Plan>(plans: readonly Plan[], renditions: readonly Rendition[]) =>
  plans.flatMap((plan, index) => {
    const rendition = renditions[index]
    return rendition ? [{ plan, rendition }] : []
  })
