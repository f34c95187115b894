import { subscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import type { Calls } from './messages.ts'

/** Counts what this thread asks of AWS's services from now on; each answer tells what came since the one before. */
export function countCalls(): () => Calls {
  let calls: Record<string, number> = {}
  subscribe('http.client.request.start', (message) => {
    const target = targetOf(message)
    if (target) calls[target] = (calls[target] ?? 0) + 1
  })
  return () => {
    const counted = calls
    calls = {}
    return counted
  }
}

/** All that was counted until now. */
export function sumCalls() {
  const sums: Record<string, number> = {}
  return {
    add(calls: Calls): void {
      for (const [target, times] of Object.entries(calls))
        sums[target] = (sums[target] ?? 0) + times
    },
    until: (): Calls => ({ ...sums }),
  }
}

function targetOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined
  const { request } = message
  const target = request instanceof ClientRequest ? request.getHeader('x-amz-target') : undefined
  return typeof target === 'string' ? target : undefined
}
