import {
  type ApplicationAutoScalingClient,
  DeleteScheduledActionCommand,
  DescribeScalableTargetsCommand,
  ObjectNotFoundException,
  PutScheduledActionCommand,
  paginateDescribeScheduledActions,
} from '@aws-sdk/client-application-auto-scaling'
import { PREFIX } from '#core/bursts/plan-warmth'
import type { PlannedBounds, WarmTargets } from '#core/bursts/ports'

const PROVISIONED = {
  ServiceNamespace: 'lambda',
  ScalableDimension: 'lambda:function:ProvisionedConcurrency',
} as const

/**
 * By one-time actions of Application Auto Scaling, each known by its name, so that the same again changes nothing.
 * Others’ are left alone. Whether an action is there after it ran AWS does not say; one that is not there is removed.
 */
export const createWarmTargets = (client: ApplicationAutoScalingClient): WarmTargets => ({
  read: async (ResourceId) => {
    const { ScalableTargets: [target] = [] } = await client.send(
      new DescribeScalableTargetsCommand({ ...PROVISIONED, ResourceIds: [ResourceId] }),
    )
    if (!target) throw new Error(`Application Auto Scaling does not know ${ResourceId}.`)
    const planned: PlannedBounds[] = []
    const asked = { ...PROVISIONED, ResourceId }
    for await (const { ScheduledActions = [] } of paginateDescribeScheduledActions(
      { client },
      asked,
    ))
      for (const {
        ScheduledActionName: name = '',
        Schedule,
        ScalableTargetAction,
      } of ScheduledActions)
        if (name.startsWith(PREFIX))
          planned.push({
            name,
            at: timeOf(Schedule),
            min: ScalableTargetAction?.MinCapacity ?? 0,
            max: ScalableTargetAction?.MaxCapacity ?? 0,
          })
    return { min: target.MinCapacity ?? 0, max: target.MaxCapacity ?? 0, planned }
  },
  put: async (ResourceId, { name, at, min, max }) => {
    await client.send(
      new PutScheduledActionCommand({
        ...PROVISIONED,
        ResourceId,
        ScheduledActionName: name,
        Schedule: `at(${at.toISOString().slice(0, 19)})`,
        Timezone: 'UTC',
        ScalableTargetAction: { MinCapacity: min, MaxCapacity: max },
      }),
    )
  },
  remove: async (ResourceId, ScheduledActionName) => {
    try {
      await client.send(
        new DeleteScheduledActionCommand({ ...PROVISIONED, ResourceId, ScheduledActionName }),
      )
    } catch (error) {
      if (!(error instanceof ObjectNotFoundException)) throw error
    }
  },
})

/** `at(yyyy-mm-ddThh:mm:ss)`. */
const timeOf = (schedule: string | undefined) => new Date(`${schedule?.slice(3, -1)}Z`)
