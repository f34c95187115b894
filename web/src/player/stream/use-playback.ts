import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Playback } from '#contract/courses/content'
import { fileKey } from '#web/api/file-key.ts'

/** `playback.json`, by its absolute address. */
export const playbackQuery = (url: string) =>
  queryOptions({
    queryKey: fileKey(url),
    staleTime: 300_000,
    retry: 1,
    queryFn: async () => {
      const answer = await fetch(url, { credentials: 'same-origin' })
      if (!answer.ok) throw new Error(`playback.json answered ${answer.status}`)
      return (await answer.json()) as Playback
    },
  })

/**
 * What is known of a video beside its stream: captions, chapters, thumbnails. It may come late or
 * never; the video plays without.
 */
export const usePlayback = (url: string) => useQuery(playbackQuery(url))
