import { vi } from 'vitest'
import { queries } from '#adapters/cache/queries'

/** Asserts what a learner sees of a publishing, as soon as environments have forgotten the version before. */
export const onceForgotten = <T>(see: () => Promise<T>): Promise<T> =>
  vi.waitFor(see, { timeout: (queries.published.memory + 5) * 1_000, interval: 250 })
