import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { rememberBandwidth, rememberedBandwidth } from './bandwidth.ts'
import { openStream } from './open-stream.ts'
import { createRecovery, type Recovery, type Trouble } from './recovery.ts'
import type { Stream, StreamCause, StreamState } from './stream.ts'

const NOTHING: StreamState = { qualities: [], chosen: 'auto', sounds: [], sound: undefined }

interface Options {
  readonly hlsUrl: string
  readonly dashUrl: string
  readonly wantsDash: boolean
  /** Seconds. */
  readonly startAt: number
  readonly renew: () => Promise<unknown>
  readonly onKind: (kind: Stream['kind']) => void
  readonly onProblem: (cause: StreamCause) => void
  /** What the learner is shown, until it is undefined again. */
  readonly onTrouble: (trouble: Trouble | undefined) => void
}

/** Brings the lecture into the video element, and keeps it there whatever the network does. */
export function useStream(video: RefObject<HTMLVideoElement | null>, options: Options) {
  const latest = useRef(options)
  latest.current = options
  const stream = useRef<Stream>(null)
  const recovery = useRef<Recovery>(null)
  const position = useRef(options.startAt)
  const wish = useRef(false)
  const [state, setState] = useState(NOTHING)
  const [trouble, setTrouble] = useState<Trouble>()
  const [exhausted, setExhausted] = useState(false)
  const { hlsUrl, dashUrl } = options
  // What hls.js cannot decode by any means, Shaka may.
  const dash = options.wantsDash !== exhausted

  useEffect(() => {
    const element = video.current
    if (!element) return
    let gone = false
    const recovering = createRecovery({
      renew: () => latest.current.renew(),
      goOn: () => stream.current?.goOn(),
      mend: () => {
        if (stream.current?.mend()) {
          // To decode anew is to load anew, which pauses without a word.
          if (wish.current) element.play().catch(unwished)
          return true
        }
        if (exhausted || stream.current?.kind !== 'hls') return false
        setExhausted(true)
        return true
      },
      show: (next) => {
        setTrouble(next)
        latest.current.onTrouble(next)
      },
    })
    recovery.current = recovering
    const arrived = () => recovering.onArrival()
    const online = () => recovering.onOnline()
    const wished = () => {
      wish.current = true
    }
    const unwished = () => {
      wish.current = false
    }
    element.addEventListener('loadeddata', arrived)
    element.addEventListener('play', wished)
    element.addEventListener('pause', unwished)
    addEventListener('online', online)
    const source = { hlsUrl, dashUrl, startAt: position.current, bandwidth: rememberedBandwidth() }
    openStream(dash)(element, source, {
      onState: (next) => !gone && setState(next),
      onProblem: (cause, fatal) => {
        if (gone) return
        latest.current.onProblem(cause)
        recovering.onProblem(cause, fatal)
      },
      onBandwidth: (estimate) => {
        rememberBandwidth(estimate)
        recovering.onArrival()
      },
    }).then(
      (opened) => {
        if (gone) return opened.close()
        stream.current = opened
        latest.current.onKind(opened.kind)
        // A new source takes back the wish to play that came before it.
        if (wish.current && element.paused) element.play().catch(unwished)
      },
      () => !gone && recovering.onProblem('network', true),
    )
    return () => {
      gone = true
      position.current = element.currentTime || position.current
      const wanted = wish.current
      element.removeEventListener('loadeddata', arrived)
      element.removeEventListener('play', wished)
      element.removeEventListener('pause', unwished)
      removeEventListener('online', online)
      recovering.stop()
      stream.current?.close()
      stream.current = null
      wish.current = wanted
      setState(NOTHING)
    }
  }, [video, hlsUrl, dashUrl, dash, exhausted])

  return {
    ...state,
    trouble,
    choose: useCallback((quality: number | 'auto') => stream.current?.choose(quality), []),
    chooseSound: useCallback((id: number) => stream.current?.chooseSound(id), []),
    tryNow: useCallback(() => recovery.current?.tryNow(), []),
  }
}
