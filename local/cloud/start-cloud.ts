import { join } from 'node:path'
import { gateway } from '#local/gateway/index'
import type { Ports } from '#local/http/ports'
import type { Closing } from '#local/service/closing'
import { openLogs } from '#local/service/logs'
import type { Context } from '#local/service/service'
import { type Endpoints, endpointsOf } from './endpoints.ts'
import { openCloud, requireServed } from './open-cloud.ts'
import { services } from './services.ts'
import { startServices } from './start-services.ts'

/** Rejects with a sentence where this machine lacks what a service needs. */
export async function requireMachine(): Promise<void> {
  for (const { requires } of services) await requires?.()
}

/** Starts every service of the assembly's cloud; answers where everything is. */
export async function startCloud(options: {
  assembly: string
  dataDir: string
  ports: Ports
  closing: Closing
  say: (line: string) => void
  /** Hears of a part that ended by itself. */
  fail: (error: Error) => void
}): Promise<Endpoints> {
  const { dataDir, ports, closing, say, fail } = options
  const cloud = openCloud(options.assembly, ports)
  requireServed(cloud)
  const logs = closing.add(openLogs(join(dataDir, 'logs')))
  const note = (line: string) => logs.write('cloud', `${new Date().toISOString()} ${line}`)
  const context: Context = { cloud, ports, dataDir, log: logs.write, note, say, fail }
  await startServices(services, context, closing)
  void gateway
    .in(context)
    .warm()
    .catch((error) => note(`Warming the functions failed: ${error}`))
  return endpointsOf(context)
}
