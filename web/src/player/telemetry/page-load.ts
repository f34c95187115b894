import type { PageReport } from '#contract/platform/page-report'

/** Of every five pages that are opened one reports. */
const SAMPLE_RATE = 0.2
const LARGEST = 'largest-contentful-paint'

/** Tells how long the page took that the browser opened, when it is left; nothing where a browser does not measure it. */
export function watchPageLoad(
  send: (report: PageReport) => void,
  isSampled = Math.random() < SAMPLE_RATE,
): void {
  if (!isSampled || window.wasHidden) return
  if (!PerformanceObserver.supportedEntryTypes.includes(LARGEST)) return
  let painted = 0
  const observer = new PerformanceObserver((list) => {
    painted = list.getEntries().at(-1)?.startTime ?? painted
  })
  observer.observe({ type: LARGEST, buffered: true })
  const tell = () => {
    if (document.visibilityState !== 'hidden') return
    document.removeEventListener('visibilitychange', tell)
    painted = observer.takeRecords().at(-1)?.startTime ?? painted
    observer.disconnect()
    if (painted > 0) send({ pageLoadMilliseconds: Math.min(painted, 600_000) })
  }
  document.addEventListener('visibilitychange', tell)
}
