import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PageReport } from '#contract/platform/page-report'
import { stubPage } from '#test/support/page'
import { watchPageLoad } from '#web/player/telemetry/page-load.ts'

type Entries = { readonly startTime: number }[]
let sent: PageReport[]
/** What was painted and is not told yet; a browser tells it after a while. */
let painted: Entries
let tellPaints: () => void

beforeEach(() => {
  stubPage()
  sent = []
  painted = [{ startTime: 300 }]
  vi.stubGlobal('window', {})
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      static supportedEntryTypes = ['largest-contentful-paint']
      constructor(onEntries: (list: { getEntries: () => Entries }) => void) {
        tellPaints = () => onEntries({ getEntries: () => painted.splice(0) })
      }
      observe({ buffered }: { buffered?: boolean }) {
        if (!buffered) painted = []
      }
      takeRecords = () => painted.splice(0)
      disconnect() {}
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const leave = () => {
  Object.assign(document, { visibilityState: 'hidden' })
  document.dispatchEvent(new Event('visibilitychange'))
}
const send = (report: PageReport) => sent.push(PageReport.parse(report))

it('tells once, when a page is left, what was painted before anybody watched', () => {
  watchPageLoad(send, true)
  tellPaints()
  expect(sent).toEqual([])
  leave()
  leave()
  expect(sent).toEqual([{ pageLoadMilliseconds: 300 }])
})

it('tells the largest, even if the browser has not told of it yet', () => {
  watchPageLoad(send, true)
  tellPaints()
  painted.push({ startTime: 500 }, { startTime: 900 })
  leave()
  expect(sent).toEqual([{ pageLoadMilliseconds: 900 }])
})

it.each([
  ['that is in no sample', () => watchPageLoad(send, false)],
  [
    'that was out of sight while it loaded',
    () => {
      window.wasHidden = true
      watchPageLoad(send, true)
    },
  ],
  [
    'that painted nothing',
    () => {
      painted = []
      watchPageLoad(send, true)
    },
  ],
  [
    'in a browser that does not measure it',
    () => {
      Object.assign(PerformanceObserver, { supportedEntryTypes: ['paint'] })
      watchPageLoad(send, true)
    },
  ],
])('tells nothing of a page %s', (_, open) => {
  open()
  leave()
  expect(sent).toEqual([])
})
