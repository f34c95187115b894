import { startWithin } from '#contract/progress/within-stream'
import { inertStream, type OpenStream, type StreamCause } from './stream.ts'

const HLS_TYPE = 'application/vnd.apple.mpegurl'

/**
 * Safari, on every Apple device: its own player saves power, reaches AirPlay, and is the only one that an
 * iPhone's full screen shows. Other browsers that say they know HLS play it less well than hls.js.
 */
export const prefersNative = () =>
  'webkitSupportsPresentationMode' in HTMLVideoElement.prototype || !('MediaSource' in window)

/** Plays HLS by the browser itself, which chooses the quality alone. */
export const openNative: OpenStream = async (video, source, events) => {
  if (!video.canPlayType(HLS_TYPE)) {
    events.onProblem('unsupported', true)
    return inertStream('native')
  }
  let mended = false
  let place = source.startAt
  // A source that failed to load says 0, wherever the video was.
  const keepPlace = () => {
    if (video.readyState > 0) place = video.currentTime
  }
  const takePlace = () => {
    const start = startWithin(place, video.duration)
    if (start > 0) video.currentTime = start
  }
  const onError = () => {
    void causeOf(video.error, source.hlsUrl).then((cause) => events.onProblem(cause, true))
  }
  const goOn = () => {
    const wasPlaying = !video.paused
    video.src = source.hlsUrl
    if (wasPlaying) void video.play().catch(() => {})
  }
  video.addEventListener('loadedmetadata', takePlace)
  video.addEventListener('timeupdate', keepPlace)
  video.addEventListener('seeked', keepPlace)
  video.addEventListener('error', onError)
  goOn()
  return {
    ...inertStream('native'),
    goOn,
    mend: () => {
      if (mended) return false
      mended = true
      goOn()
      return true
    },
    close: () => {
      video.removeEventListener('loadedmetadata', takePlace)
      video.removeEventListener('timeupdate', keepPlace)
      video.removeEventListener('seeked', keepPlace)
      video.removeEventListener('error', onError)
      video.removeAttribute('src')
      video.load()
    },
  }
}

/** A media error does not say what the server answered, so the manifest is asked once more. */
async function causeOf(error: MediaError | null, hlsUrl: string): Promise<StreamCause> {
  if (error?.code === MediaError.MEDIA_ERR_DECODE) return 'media'
  const answer = await fetch(hlsUrl, { cache: 'no-store' }).catch(() => undefined)
  if (!answer) return 'network'
  if (answer.status === 403 || answer.status === 401) return 'forbidden'
  if (answer.status === 404) return 'not-found'
  return answer.ok ? 'media' : 'network'
}
