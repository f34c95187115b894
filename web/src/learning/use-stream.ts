import type Hls from 'hls.js'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export interface Level {
  readonly index: number
  readonly height: number
}
export type StreamProblem = 'forbidden' | 'network' | 'media' | 'unsupported'

/**
 * Plays an HLS address in a video element, by hls.js where the browser has media source extensions
 * and by the browser itself elsewhere. `choose(-1)` leaves the quality to the network.
 */
export function useStream(
  video: RefObject<HTMLVideoElement | null>,
  address: string,
  startAt: number,
  onProblem: (problem: StreamProblem) => void,
) {
  const player = useRef<Hls>(null)
  const report = useRef(onProblem)
  report.current = onProblem
  const start = useRef(startAt)
  const [levels, setLevels] = useState<readonly Level[]>([])
  const [chosen, setChosen] = useState(-1)
  const [height, setHeight] = useState(0)

  useEffect(() => {
    const element = video.current
    if (!element) return
    let gone = false
    const showHeight = () => setHeight(element.videoHeight)
    element.addEventListener('resize', showHeight)
    const playNatively = () => {
      if (!element.canPlayType('application/vnd.apple.mpegurl'))
        return report.current('unsupported')
      element.src = address
      const goOn = () => {
        element.currentTime = start.current
      }
      element.addEventListener('loadedmetadata', goOn, { once: true })
      element.addEventListener('error', () => report.current('network'), { once: true })
    }
    import('hls.js').then(
      ({ default: Hls }) => {
        if (gone) return
        if (!Hls.isSupported()) return playNatively()
        // Fragmented MP4 needs no remuxing, so a worker would only cost its start.
        const hls = new Hls({
          enableWorker: false,
          startLevel: 0,
          startPosition: start.current > 0 ? start.current : -1,
          capLevelToPlayerSize: false,
        })
        player.current = hls
        hls.on(Hls.Events.MANIFEST_PARSED, (_, { levels: parsed }) =>
          setLevels(parsed.map((level, index) => ({ index, height: level.height }))),
        )
        let mended = false
        hls.on(Hls.Events.ERROR, (_, error) => {
          const status = error.response?.code
          if (status === 403 || status === 401) {
            hls.stopLoad()
            return report.current('forbidden')
          }
          if (!error.fatal) return
          if (error.type === Hls.ErrorTypes.MEDIA_ERROR && !mended) {
            mended = true
            return hls.recoverMediaError()
          }
          report.current(error.type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'media')
        })
        hls.loadSource(address)
        hls.attachMedia(element)
      },
      () => !gone && report.current('network'),
    )
    return () => {
      gone = true
      start.current = element.currentTime || start.current
      element.removeEventListener('resize', showHeight)
      player.current?.destroy()
      player.current = null
      element.removeAttribute('src')
    }
  }, [video, address])

  const choose = useCallback((index: number) => {
    setChosen(index)
    if (player.current) player.current.nextLevel = index
  }, [])
  return { levels, chosen, choose, height }
}
