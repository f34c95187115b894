import { bursts } from '#load/model/bursts'
import { model } from '#load/model/model'
import type { Deployment, Scenario } from '#load/simulation/scenario'

const kept = { min: 3, max: 20, utilisationPercent: 70 }

export const ourDeployment: Deployment = {
  functions: {
    catalog: kept,
    learning: kept,
    teaching: null,
    community: null,
    administration: null,
  },
  tracking: 'calls',
  concurrency: 1_000,
  signInsPerSecond: 120,
  gateway: { requestsPerSecond: 2_000, burst: 1_000, hasCache: true },
  valkeyCommands: 8_000,
  zones: 2,
  partitions: 4,
}

/** A short run of few people, with what a test is about in place of it. */
export function scenarioWith({
  deployment = {},
  ...rest
}: Partial<Omit<Scenario, 'deployment'>> & { deployment?: Partial<Deployment> } = {}): Scenario {
  return {
    ...{ seed: 1, users: 1_000, seconds: 1_800, comingSeconds: 300, heartbeatSeconds: 30 },
    ...{ model, bursts: [], faults: [] },
    ...rest,
    deployment: { ...ourDeployment, ...deployment },
  }
}

export const examAt = (atSeconds: number) => ({ burst: bursts.exam, atSeconds })
