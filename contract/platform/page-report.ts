import { z } from 'zod'

/** How soon an opened page showed what it is for: nothing of who opened it, nor which page. */
export const PageReport = z.object({
  /** Until the largest of the page was painted: https://web.dev/articles/lcp */
  pageLoadMilliseconds: z.number().min(0).max(600_000),
})
export type PageReport = z.infer<typeof PageReport>

/** What CloudWatch is told of it, without dimensions. */
export const pageMetrics = { pageLoad: 'PageLoad' } as const
