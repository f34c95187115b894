import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Playback } from '#contract/courses/content'
import { fileKey } from '#web/api/file-key.ts'
import { fetchFile } from '#web/early/early-answer.ts'

/** `playback.json`, by its absolute address, with absolute addresses. */
export const playbackQuery = (url: string) =>
  queryOptions({
    queryKey: fileKey(url),
    staleTime: 300_000,
    retry: 1,
    queryFn: async () => {
      const answer = await fetchFile(url)
      if (!answer.ok) throw new Error(`playback.json answered ${answer.status}`)
      return withAddresses((await answer.json()) as Playback, url)
    },
  })

/**
 * The same with absolute addresses. The file names what lies beside it; earlier versions of Lectern wrote
 * `/content/<course>/media/<asset>/…`, where a learner is let in no more.
 */
export function withAddresses(playback: Playback, url: string): Playback {
  const folder = `/media/${playback.assetId}/`
  const absolute = (address: string) =>
    new URL(address.startsWith('/') ? address.split(folder).slice(1).join(folder) : address, url)
      .href
  const { hlsUrl, dashUrl, posterUrl, thumbnailsUrl, captions } = playback
  return {
    ...playback,
    hlsUrl: absolute(hlsUrl),
    dashUrl: absolute(dashUrl),
    posterUrl: absolute(posterUrl),
    thumbnailsUrl: thumbnailsUrl && absolute(thumbnailsUrl),
    captions: captions.map((track) => ({ ...track, url: absolute(track.url) })),
  }
}

/**
 * What is known of a video beside its stream: captions, chapters, thumbnails. It may come late or
 * never; the video plays without.
 */
export const usePlayback = (url: string) => useQuery(playbackQuery(url))
