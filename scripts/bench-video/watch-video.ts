declare global {
  interface Window {
    /** What `watchVideo` saw. Milliseconds on the page's own clock; 0 for what has not been yet. */
    viewing: { wishedAt: number; frameAt: number; waits: number[]; heights: number[] }
  }
}

/**
 * Runs in the page before anything else does, and knows nothing of the player: the wish to play is the
 * first click on the video or what lies over it; the first frame is the first one presented while it plays.
 */
export function watchVideo(): void {
  const seen: Window['viewing'] = { wishedAt: 0, frameAt: 0, waits: [], heights: [] }
  window.viewing = seen
  let waitingSince = 0
  addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target instanceof Element ? event.target : undefined
      if (!seen.wishedAt && target?.closest('[data-awake]')) seen.wishedAt = performance.now()
    },
    true,
  )
  const of = (event: Event) => (event.target instanceof HTMLVideoElement ? event.target : undefined)
  const listen = (name: string, act: (video: HTMLVideoElement) => void) =>
    document.addEventListener(
      name,
      (event) => {
        const video = of(event)
        if (video) act(video)
      },
      true,
    )
  listen('playing', (video) => {
    if (waitingSince) seen.waits.push(performance.now() - waitingSince)
    waitingSince = 0
    if (seen.frameAt) return
    video.requestVideoFrameCallback(() => {
      seen.frameAt ||= performance.now()
    })
  })
  listen('waiting', (video) => {
    if (seen.frameAt && !video.seeking) waitingSince = performance.now()
  })
  listen('resize', (video) => {
    if (video.videoHeight && seen.heights.at(-1) !== video.videoHeight)
      seen.heights.push(video.videoHeight)
  })
}
