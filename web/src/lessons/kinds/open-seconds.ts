/** A tick that comes later was held back while the device slept, when nobody looked. */
const LONGEST_TICK_SECONDS = 2

interface Counting {
  /** From which on it is counted, up to which. */
  readonly from: number
  readonly most: number
  readonly onSecond: (seconds: number) => void
  /** Told of what was counted: every so many seconds, when the page hides or is left, and at the end. */
  readonly report: (seconds: number) => void
  readonly everySeconds: () => Promise<number>
}

/** Counts the seconds for which this page is in front, until it is stopped or has counted as many as are asked for. */
export function countOpenSeconds(counting: Counting): () => void {
  const { from, most, onSecond, report, everySeconds } = counting
  let seconds = from
  let told = from
  let last = performance.now()
  const tell = () => {
    if (seconds === told) return
    told = seconds
    report(seconds)
  }
  const tick = () => {
    const now = performance.now()
    const passed = Math.min((now - last) / 1000, LONGEST_TICK_SECONDS)
    last = now
    if (document.visibilityState !== 'visible' || seconds === most) return
    seconds = Math.min(most, seconds + passed)
    onSecond(seconds)
    if (seconds === most) tell()
  }
  const beat = () => {
    tick()
    tell()
  }
  const hide = () => {
    // What was in front until now is counted by the next tick for none: a second at most.
    last = performance.now()
    if (document.visibilityState === 'hidden') tell()
  }
  const ticking = setInterval(tick, 1000)
  let telling: ReturnType<typeof setInterval> | undefined
  let stopped = false
  everySeconds().then(
    (pace) => {
      if (!stopped) telling = setInterval(beat, pace * 1000)
    },
    (error: unknown) => console.warn('Only the end of looking at this page is told', error),
  )
  document.addEventListener('visibilitychange', hide)
  addEventListener('pagehide', tell)
  return () => {
    stopped = true
    clearInterval(ticking)
    clearInterval(telling)
    document.removeEventListener('visibilitychange', hide)
    removeEventListener('pagehide', tell)
    tell()
  }
}
