export interface VideoFacts {
  readonly durationSeconds: number
  readonly width: number
  readonly height: number
}

/** Long enough for a file on a slow disk whose index is at its end. */
const PATIENCE_MS = 8000

/** What the browser can tell of a video before it is sent; null for formats that it does not read. */
export function readVideoFacts(file: File): Promise<VideoFacts | null> {
  const address = URL.createObjectURL(file)
  const video = document.createElement('video')
  return new Promise<VideoFacts | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS)
    video.onloadedmetadata = () => {
      clearTimeout(timer)
      const { duration: durationSeconds, videoWidth: width, videoHeight: height } = video
      const known = Number.isFinite(durationSeconds) && durationSeconds > 0 && width > 0
      resolve(known ? { durationSeconds, width, height } : null)
    }
    video.onerror = () => {
      clearTimeout(timer)
      resolve(null)
    }
    video.preload = 'metadata'
    video.muted = true
    video.src = address
  }).finally(() => {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(address)
  })
}
