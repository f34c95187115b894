import type { CDPSession } from 'playwright-core'

export interface NetworkProfile {
  readonly bitsPerSecond: number
  readonly roundTripMs: number
}

/** Mobile links as they are in practice; the round trip includes the radio. */
export const networks: Readonly<Record<string, NetworkProfile>> = {
  '4g': { bitsPerSecond: 4_000_000, roundTripMs: 50 },
  '3g': { bitsPerSecond: 1_500_000, roundTripMs: 50 },
}

/** From now on a page's network is no better than this. */
export async function shapeNetwork(
  devTools: CDPSession,
  { bitsPerSecond, roundTripMs }: NetworkProfile,
): Promise<void> {
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bitsPerSecond / 8,
    uploadThroughput: bitsPerSecond / 8,
  })
}
