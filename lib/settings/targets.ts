import { cacheSeconds } from '#contract/platform/cache-seconds'

/**
 * What Lectern promises. Alarms, dashboards, load-test thresholds and benchmarks import these
 * numbers; none of them is written anywhere else. What deployed code needs too comes from the contract.
 */
export const targets = {
  apiResponse: { percentile: 95, promiseMs: 500, goalMs: 100 },
  videoStart: { percentile: 90, promiseMs: 2_000, goalMs: 1_000 },
  /** Gzipped JavaScript that the first page waits for. */
  firstLoadScriptBytes: 170_000,
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
