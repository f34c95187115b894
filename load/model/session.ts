import type { EdgeFile, PersonKind, RouteId } from '#load/model/people/person'

/** What a kind of people do from the first step to the last, on average. */
export interface Session {
  readonly seconds: number
  /** Seconds of those for which a video plays. */
  readonly playing: number
  readonly uploadsMinutes: number
  readonly calls: Readonly<Partial<Record<RouteId, number>>>
  readonly files: Readonly<Record<EdgeFile, number>>
}

export const edgeFiles = ['client', 'content', 'page'] as const satisfies readonly EdgeFile[]

export function sessionOf({ steps }: PersonKind): Session {
  const calls: Partial<Record<RouteId, number>> = {}
  const files: Record<EdgeFile, number> = { client: 0, content: 0, page: 0 }
  for (const step of steps) {
    for (const [route, count] of entriesOf(step.calls))
      calls[route] = (calls[route] ?? 0) + step.times * count
    for (const file of edgeFiles) files[file] += step.times * (step.files?.[file] ?? 0)
  }
  return {
    seconds: total(steps, ({ times, seconds }) => times * seconds),
    playing: total(steps, ({ times, seconds, plays = 0 }) => times * seconds * plays),
    uploadsMinutes: total(steps, ({ times, uploadsMinutes = 0 }) => times * uploadsMinutes),
    calls,
    files,
  }
}

export const entriesOf = (calls: Readonly<Partial<Record<RouteId, number>>>) =>
  Object.entries(calls) as [RouteId, number][]

export const total = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0)
