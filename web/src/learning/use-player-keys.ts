import { type RefObject, useEffect } from 'react'

/** The keys that video sites share, wherever the focus is, unless something there wants the key. */
export function usePlayerKeys(video: RefObject<HTMLVideoElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const element = video.current
      const target = event.target
      if (!element || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        target instanceof Element &&
        target.closest(
          'input, textarea, select, button, a, video, [role="menu"], [role="dialog"]',
        ) &&
        !(target === element && /^[kjlmf]$/i.test(event.key))
      )
        return
      const act = actions[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act(element)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [video])
}

const toggle = (video: HTMLVideoElement) => {
  if (!video.paused) return video.pause()
  video.play().catch((error: unknown) => console.warn('The browser did not start the video', error))
}
const skip = (seconds: number) => (video: HTMLVideoElement) => {
  video.currentTime = Math.max(0, Math.min(video.duration || 0, video.currentTime + seconds))
}
const actions: Record<string, ((video: HTMLVideoElement) => void) | undefined> = {
  ' ': toggle,
  k: toggle,
  j: skip(-10),
  l: skip(10),
  arrowleft: skip(-5),
  arrowright: skip(5),
  m: (video) => {
    video.muted = !video.muted
  },
  f: (video) => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void video.requestFullscreen()
  },
}
