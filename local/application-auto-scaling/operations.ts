import { parseScheduled } from '#contract/capacity/scheduled-times'
import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { AwsError } from '#local/aws-api/server'
import type { ScalableTarget, ScalableTargets, ScheduledAction } from './scalable-targets.ts'

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-quotas.html */
const MOST_ACTIONS = 200
/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScheduledActions.html */
const PAGE = 50
/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html */
const NAME = /^(?! )[^:/|\p{Cc}]{1,256}(?<! )$/u

const PROVISIONED = {
  ServiceNamespace: 'lambda',
  ScalableDimension: 'lambda:function:ProvisionedConcurrency',
} as const

/**
 * What is asked of Application Auto Scaling. An action of the past is refused, and one that ran stays until somebody
 * deletes it: AWS says neither, and both are the harder for the caller.
 */
export const answerFor =
  (targets: ScalableTargets, now: () => Date = () => new Date()) =>
  (operation: string, input: JsonObject): JsonObject => {
    if (textAt(input, 'ServiceNamespace') !== PROVISIONED.ServiceNamespace)
      throw invalid('Nothing but the environments of functions is scaled here.')
    const resourceId = textAt(input, 'ResourceId')
    const target = targets.byId.get(resourceId)
    switch (operation) {
      case 'DescribeScalableTargets':
        return describeTargets(targets, listAt(input, 'ResourceIds').map(String))
      case 'DescribeScheduledActions':
        return describeActions(resourceId, target, input)
      case 'PutScheduledAction': {
        putAction(isThere(target, resourceId), input, now())
        targets.save()
        return {}
      }
      case 'DeleteScheduledAction': {
        const name = textAt(input, 'ScheduledActionName')
        if (!isThere(target, resourceId).actions.delete(name))
          throw notFound(`No scheduled action found for the name ${name} of ${resourceId}`)
        targets.save()
        return {}
      }
      default:
        throw new AwsError(
          'UnknownOperationException',
          `The local Application Auto Scaling has no ${operation}.`,
        )
    }
  }

const describeTargets = ({ byId }: ScalableTargets, ids: readonly string[]): JsonObject => ({
  ScalableTargets: [...byId]
    .filter(([resourceId]) => ids.length === 0 || ids.includes(resourceId))
    .map(([ResourceId, { bounds }]) => ({
      ...PROVISIONED,
      ResourceId,
      MinCapacity: bounds.min,
      MaxCapacity: bounds.max,
    })),
})

function describeActions(
  ResourceId: string,
  target: ScalableTarget | undefined,
  input: JsonObject,
): JsonObject {
  const all = [...(target?.actions.values() ?? [])]
  const from = numberAt(input, 'NextToken') ?? 0
  const until = from + Math.min(PAGE, numberAt(input, 'MaxResults') ?? PAGE)
  return {
    ScheduledActions: all
      .slice(from, until)
      .map(({ name, schedule, timezone, change, createdAt }) => ({
        ...PROVISIONED,
        ResourceId,
        ScheduledActionName: name,
        Schedule: schedule,
        Timezone: timezone,
        ScalableTargetAction: {
          ...(change.min !== undefined && { MinCapacity: change.min }),
          ...(change.max !== undefined && { MaxCapacity: change.max }),
        },
        CreationTime: createdAt,
      })),
    ...(until < all.length && { NextToken: String(until) }),
  }
}

/** A new action, or the same with what is said of it anew. */
function putAction({ actions }: ScalableTarget, input: JsonObject, now: Date): void {
  const name = textAt(input, 'ScheduledActionName')
  if (!NAME.test(name)) throw invalid(`A scheduled action cannot be called ${name}.`)
  const before = actions.get(name)
  if (!before && actions.size >= MOST_ACTIONS)
    throw new AwsError('LimitExceededException', 'The limit of scheduled actions was reached.')
  const said = objectAt(input, 'ScalableTargetAction')
  const change = isObject(input.ScalableTargetAction) ? changeOf(said) : before?.change
  const schedule = textAt(input, 'Schedule') || before?.schedule
  if (!schedule || !change) throw invalid('A new scheduled action has a schedule and a change.')
  const { min, max } = change
  if (min === undefined && max === undefined) throw invalid('One of the capacities is needed.')
  if (min !== undefined && max !== undefined && max < min)
    throw invalid('Maximum capacity cannot be less than minimum capacity')
  const timezone = textAt(input, 'Timezone') || before?.timezone || 'UTC'
  requireToCome(schedule, timezone, now)
  actions.set(name, { name, schedule, timezone, change, createdAt: +now / 1000 })
}

const changeOf = (said: JsonObject): ScheduledAction['change'] => {
  const [min, max] = [numberAt(said, 'MinCapacity'), numberAt(said, 'MaxCapacity')]
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

function requireToCome(schedule: string, timezone: string, now: Date): void {
  let isOver: boolean
  try {
    const last = parseScheduled(schedule, timezone).lastUntil(now)
    isOver = schedule.startsWith('at(') && last !== undefined
  } catch (cause) {
    throw invalid(`${schedule} in ${timezone} is no schedule: ${cause}`)
  }
  if (isOver) throw invalid(`${schedule} is in the past.`)
}

function isThere(target: ScalableTarget | undefined, resourceId: string): ScalableTarget {
  if (target) return target
  throw notFound(
    `No scalable target registered for service namespace lambda, resource ID ${resourceId}`,
  )
}

const invalid = (message: string) => new AwsError('ValidationException', message)
const notFound = (message: string) => new AwsError('ObjectNotFoundException', message)
