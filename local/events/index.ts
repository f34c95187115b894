import { byName } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { AwsError } from '#local/aws-api/server'
import { lambda } from '#local/lambda/index'
import { queues } from '#local/queues/index'
import { defineService } from '#local/service/service'
import { createEventBus } from './event-bus.ts'
import { putEvents } from './put-events.ts'

/** EventBridge: the default bus, its rules and schedules. */
export const events = defineService({
  name: 'events',
  types: { 'AWS::Events::Rule': byName },
  start(context) {
    const bus = createEventBus({
      cloud: context.cloud,
      invoker: lambda.in(context).invoker,
      queues: queues.in(context),
      log: context.note,
    })
    awsApi.in(context).onTarget('AWSEvents.', (operation, input) => {
      if (operation === 'PutEvents') return putEvents(input, bus.publish)
      throw new AwsError('UnknownOperationException', `The local EventBridge has no ${operation}.`)
    })
    return bus
  },
})
