import type { PageReport } from '#contract/platform/page-report'
import type { PageMetrics } from './page-metrics.ts'

/** Counts a report from a sample of pages. */
export const reportPage = ({ pages }: { readonly pages: PageMetrics }, report: PageReport): void =>
  pages.record(report)
