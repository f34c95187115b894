import type { PageReport } from '#contract/platform/page-report'

/** Where operators see how soon pages show what they are for. */
export interface PageMetrics {
  record(report: PageReport): void
}
