/**
 * How likely a call finds all of so many servers busy and is turned away (Erlang B), for an offered load in erlangs:
 * arrivals a second times seconds of service. By the recursion that does not overflow.
 * https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_B_formula
 */
export function erlangB(servers: number, erlangs: number): number {
  let blocked = 1
  for (let n = 1; n <= servers; n++) blocked = (erlangs * blocked) / (n + erlangs * blocked)
  return blocked
}

/** How likely a call has to wait (Erlang C); 1 where the load is as large as the servers. */
export function erlangC(servers: number, erlangs: number): number {
  if (erlangs >= servers) return 1
  const blocked = erlangB(servers, erlangs)
  return (servers * blocked) / (servers - erlangs * (1 - blocked))
}

export interface Queue {
  readonly arrivalsPerSecond: number
  readonly serviceSeconds: number
}

/** How likely a call of an M/M/c queue waits longer than so many seconds. */
export function waitsLonger(
  servers: number,
  { arrivalsPerSecond, serviceSeconds }: Queue,
  seconds: number,
): number {
  const erlangs = arrivalsPerSecond * serviceSeconds
  const spare = servers - erlangs
  return erlangC(servers, erlangs) * (spare > 0 ? Math.exp((-spare / serviceSeconds) * seconds) : 1)
}

/** The fewest servers with which no more than the rest of `percentile` wait longer than so many seconds. */
export function serversFor(
  queue: Queue,
  { percentile, waitSeconds }: { percentile: number; waitSeconds: number },
): number {
  let servers = Math.max(1, Math.floor(queue.arrivalsPerSecond * queue.serviceSeconds) + 1)
  while (waitsLonger(servers, queue, waitSeconds) > 1 - percentile / 100) servers++
  return servers
}
