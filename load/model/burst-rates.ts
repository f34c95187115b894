import type { Burst } from './bursts.ts'
import { byRoute, type Rates } from './rates.ts'

/** What a burst asks of the API a second while its people come, with nobody else. */
export function comingRatesOf(burst: Burst, users: number): Rates {
  const perSecond = (users * burst.shareOfUsers) / burst.withinSeconds
  return byRoute((route) => perSecond * (burst.calls[route] ?? 0))
}

/** What all who came ask a second from then on, heartbeats among it. */
export function stayingRatesOf(burst: Burst, users: number, heartbeatSeconds: number): Rates {
  const there = users * burst.shareOfUsers
  const beats = (there * burst.after.plays) / heartbeatSeconds
  return byRoute(
    (route) =>
      (there * (burst.after.callsPerMinute[route] ?? 0)) / 60 +
      (route === 'recordProgress' ? beats : 0),
  )
}
