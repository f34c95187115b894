import { type RefObject, useCallback, useEffect, useState } from 'react'

/** The part of Safari's own interface that iPhones have instead of the standard's. */
interface AppleVideo extends HTMLVideoElement {
  webkitEnterFullscreen(): void
}
const isAppleVideo = (video: HTMLVideoElement): video is AppleVideo =>
  'webkitEnterFullscreen' in video

/** The player over the whole screen; on an iPhone, which knows no other way, the video alone. */
export function useFullScreen(
  player: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
) {
  const [full, setFull] = useState(false)
  useEffect(() => {
    const look = () =>
      setFull(document.fullscreenElement !== null && document.fullscreenElement === player.current)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [player])
  const toggle = useCallback(() => {
    if (document.fullscreenElement) return void document.exitFullscreen()
    const refused = (error: unknown) => console.warn('The browser refused full screen', error)
    if (player.current?.requestFullscreen) player.current.requestFullscreen().catch(refused)
    else if (video.current && isAppleVideo(video.current)) video.current.webkitEnterFullscreen()
  }, [player, video])
  return { full, toggle }
}
