import { openNative, prefersNative } from './native-stream.ts'
import type { OpenStream } from './stream.ts'

/**
 * Chooses how to play: by the browser itself where it is made for HLS, by DASH where the learner asks
 * for it, else by hls.js. Only what is chosen is loaded.
 */
export const openStream =
  (wantsDash: boolean): OpenStream =>
  async (video, source, events) => {
    if (wantsDash && 'MediaSource' in window) {
      const { openDash } = await import('./dash-stream.ts')
      return openDash(video, source, events)
    }
    if (prefersNative()) return openNative(video, source, events)
    const { openHls } = await import('./hls-stream.ts')
    return openHls(video, source, events)
  }
