import type { routes } from '#contract/routes'

export type RouteId = keyof typeof routes

/**
 * What a browser fetches from the edge besides segments of video: the web client's own hashed files, which it keeps
 * for a year; what a course is made of; a public page as HTML.
 */
export type EdgeFile = 'client' | 'content' | 'page'

/** Of five pages that a browser opens one reports how long it took (`web/src/player/telemetry/page-load.ts`). */
export const openedPage = { reportPlayback: 0.2 } as const

/** One thing that people do in a session. */
export interface Step {
  /** Follows "A person who is browsing …". */
  readonly does: string
  /** How often in a session, on average; below 1 it is a chance. */
  readonly times: number
  /** How long they then stay, on average. */
  readonly seconds: number
  /** Calls of the API, each time, on average. */
  readonly calls: Readonly<Partial<Record<RouteId, number>>>
  /** Files from the edge, each time, on average. */
  readonly files?: Readonly<Partial<Record<EdgeFile, number>>>
  /** How much of the stay a video plays, which sends heartbeats and fetches segments. @default 0 */
  readonly plays?: number
  /** Minutes of lectures put up, to be encoded, each time. @default 0 */
  readonly uploadsMinutes?: number
}

/** People who use the site in one way: whoever is done with a session is followed by another. */
export interface PersonKind {
  /** Of all who are there at a time. */
  readonly share: number
  readonly steps: readonly Step[]
}
