import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerFor } from '#local/application-auto-scaling/operations'
import { type Bounds, openTargets } from '#local/application-auto-scaling/scalable-targets'
import { AwsError, startAwsApi } from '#local/aws-api/server'

/**
 * Application Auto Scaling and Lambda's quota, as functions find them, over targets of these names and bounds. The
 * environment points to it.
 */
export const startScaling = async (declared: Readonly<Record<string, Bounds>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-scaling-'))
  const api = await startAwsApi(0)
  const warm: Record<string, number> = {}
  const targets = openTargets({
    declared: Object.entries(declared).map(([resourceId, bounds]) => ({
      resourceId,
      bounds,
      actions: [],
    })),
    file: join(folder, 'targets.json'),
    since: new Date(),
    provision: (resourceId, count) => {
      warm[resourceId] = count
    },
  })
  const answer = answerFor(targets)
  const asked: string[] = []
  let throttled = 0
  api.onTarget('AnyScaleFrontendService.', (operation, input) => {
    if (throttled > 0) {
      throttled -= 1
      throw new AwsError('ThrottlingException', 'Rate exceeded')
    }
    asked.push(operation)
    return answer(operation, input)
  })
  api.onPath('/2016-08-19/account-settings', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ AccountLimit: { UnreservedConcurrentExecutions: 1_000 } }))
  })
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING: api.url,
    AWS_ENDPOINT_URL_LAMBDA: api.url,
  })
  return {
    targets,
    /** Environments by target, where their number was changed. */
    warm,
    /** What was asked since the last look. */
    asked: () => asked.splice(0),
    /** Turns away so many of the next requests. */
    throttle: (times: number) => {
      throttled = times
    },
    close: async () => {
      await api.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
