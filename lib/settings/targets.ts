import { cacheSeconds } from '#contract/platform/cache-seconds'

/**
 * What Lectern promises. Alarms, dashboards, load-test thresholds and benchmarks import these
 * numbers; none of them is written anywhere else. What deployed code needs too comes from the contract.
 */
export const targets = {
  apiResponse: { percentile: 95, promiseMs: 500, goalMs: 100 },
  videoStart: { percentile: 90, promiseMs: 2_000, goalMs: 1_000 },
  /** Until the largest of a page is painted, on a phone: https://web.dev/articles/lcp */
  pageLoad: { percentile: 95, promiseMs: 3_000, readersMs: 1_500, teachersMs: 2_000 },
  /** From a click or a key to the next frame: https://web.dev/articles/inp */
  interactionMs: 200,
  /** How far a page may move while it loads: https://web.dev/articles/cls */
  layoutShift: 0.05,
  /** What a page waits for, gzipped, with what every page has: of each by the file that draws it. */
  pageBytes: {
    'index.html': { script: 140_500, style: 8_000 },
    'src/courses/pages/course-page.tsx': { script: 146_500, style: 8_500 },
    'src/courses/pages/my-page.tsx': { script: 155_000, style: 10_000 },
    'src/courses/pages/teach-page.tsx': { script: 154_500, style: 12_500 },
    'src/lessons/learn-page.tsx': { script: 159_000, style: 10_000 },
    'src/documents/pdf-viewer.tsx': { script: 308_500, style: 12_000 },
    'src/lessons/editor/editor-page.tsx': { script: 194_000, style: 17_000 },
    'src/videos/library/library-page.tsx': { script: 231_000, style: 19_500 },
    'src/reports/course/course-reports-page.tsx': { script: 168_500, style: 14_000 },
    'src/reports/site/site-reports-page.tsx': { script: 158_500, style: 13_000 },
    'src/captions/editor/captions-page.tsx': { script: 193_500, style: 14_000 },
  },
  /** Of each of Lighthouse's categories, for the public pages on a phone, of 100. */
  lighthouseScore: 99,
  /** Share of the watching time spent waiting for data, and of views that an error ends, in percent. */
  rebuffering: { promisePercent: 1, goalPercent: 0.2 },
  playbackErrors: { promisePercent: 1, goalPercent: 0.1 },
  /** A month's share of requests that do not fail on our side, in percent. */
  availability: { promisePercent: 99.9, goalPercent: 99.95 },
  /** Seconds that static files and published content stay at the edge. */
  edgeCacheSeconds: cacheSeconds.edge,
  gatewayCacheSeconds: cacheSeconds.gateway,
  provisionedConcurrency: { min: 3, max: 20, utilisationPercent: 70 },
} as const
