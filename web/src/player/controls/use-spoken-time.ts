import { type RefObject, useCallback, useEffect, useState } from 'react'

/**
 * What a focused slider says of a video's place. A reader of the screen speaks each change of its value, so
 * it changes when a person goes somewhere and not because the video plays.
 */
export function useSpokenTime(video: RefObject<HTMLVideoElement | null>) {
  const [spoken, setSpoken] = useState<number>()
  const focused = spoken !== undefined
  const speak = useCallback(() => setSpoken(video.current?.currentTime ?? 0), [video])
  useEffect(() => {
    const element = video.current
    if (!focused) return
    element?.addEventListener('seeking', speak)
    return () => element?.removeEventListener('seeking', speak)
  }, [video, focused, speak])
  return { spoken, speak, quiet: useCallback(() => setSpoken(undefined), []) }
}
