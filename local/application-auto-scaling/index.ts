import { join } from 'node:path'
import type { CloudResource } from '#local/assembly/cloud'
import { byName } from '#local/assembly/identifiers'
import { listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { awsApi } from '#local/aws-api/index'
import { gateway } from '#local/gateway/index'
import { defineService } from '#local/service/service'
import { answerFor } from './operations.ts'
import { type DeclaredTarget, openTargets } from './scalable-targets.ts'

/** Milliseconds between two looks at what is due. */
const LOOKS = 1_000

/** Application Auto Scaling: the schedules of warm environments, whose least is kept warm. Nothing follows their use. */
export const applicationAutoScaling = defineService({
  name: 'application-auto-scaling',
  types: { 'AWS::ApplicationAutoScaling::ScalableTarget': byName },
  start(context) {
    const { provision } = gateway.in(context)
    const targets = openTargets({
      declared: context.cloud.ofType('AWS::ApplicationAutoScaling::ScalableTarget').map(declared),
      file: join(context.dataDir, 'scalable-targets.json'),
      since: new Date(),
      provision: (resourceId, count) => {
        const [, name = ''] = resourceId.split(':')
        context.note(`${resourceId} has ${count} environments warm from now on.`)
        provision(name, count).catch((error: unknown) => context.note(String(error)))
      },
    })
    awsApi.in(context).onTarget('AnyScaleFrontendService.', answerFor(targets))
    const looking = setInterval(() => targets.run(new Date()), LOOKS)
    return { close: () => clearInterval(looking) }
  },
})

const declared = ({ properties }: CloudResource): DeclaredTarget => ({
  resourceId: textAt(properties, 'ResourceId'),
  bounds: {
    min: numberAt(properties, 'MinCapacity') ?? 0,
    max: numberAt(properties, 'MaxCapacity') ?? 0,
  },
  actions: listAt(properties, 'ScheduledActions').map((action) => {
    const change = objectAt(action, 'ScalableTargetAction')
    const [min, max] = [numberAt(change, 'MinCapacity'), numberAt(change, 'MaxCapacity')]
    return {
      name: textAt(action, 'ScheduledActionName'),
      schedule: textAt(action, 'Schedule'),
      timezone: textAt(action, 'Timezone') || 'UTC',
      change: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
      createdAt: Date.now() / 1000,
    }
  }),
})
