import type { Service } from '#contract/http/route'
import { routes } from '#contract/routes'
import type { BurstKind } from './kinds/kind.ts'

/** Calls to a function a second for each who comes, while all come. */
export function callsTo(service: Service, { calls, withinSeconds }: BurstKind): number {
  const each = Object.entries(routes).reduce(
    (sum, [id, route]) =>
      route.service === service ? sum + (calls[id as keyof typeof routes] ?? 0) : sum,
    0,
  )
  return each / withinSeconds
}
