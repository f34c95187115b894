import type { routes } from '#contract/routes'

/** Many who come at once because of something that the table knows. */
export interface BurstKind {
  /** Those of a course’s members who come, in percent, where the settings say nothing else. */
  readonly comePercent: number
  /** They all come within this time, evenly. */
  readonly withinSeconds: number
  /** What each calls when coming, all at once. */
  readonly calls: Readonly<Partial<Record<keyof typeof routes, number>>>
}
