import { CALLS_A_SECOND } from './environments.ts'
import { erlangC } from './erlang.ts'

/**
 * How long a percentile of calls takes at most, waiting for an environment included, in ms; infinite where more come
 * than so many environments take. Service times are taken for equal, as those of a route nearly are.
 */
export function latencyMs(
  environments: number,
  { callsPerSecond, serviceMs }: { callsPerSecond: number; serviceMs: number },
  percentile: number,
): number {
  const held = Math.max(serviceMs / 1_000, 1 / CALLS_A_SECOND)
  const spare = environments - callsPerSecond * held
  if (spare <= 0) return Number.POSITIVE_INFINITY
  const late = 1 - percentile / 100
  const waits = erlangC(environments, callsPerSecond * held)
  // P(wait > t) = C e^(-spare t / held)
  const waitSeconds = waits <= late ? 0 : (Math.log(waits / late) * held) / spare
  return serviceMs + 1_000 * waitSeconds
}
