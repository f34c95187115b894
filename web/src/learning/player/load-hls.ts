import { isSilent } from './warm-media.ts'

/** hls.js's light build cannot play sound in a group of its own, which all our lectures with sound have. */
export async function loadHls(hlsUrl: string) {
  const { default: Hls } = (await isSilent(hlsUrl))
    ? await import('hls.js/light')
    : await import('hls.js')
  return Hls
}
