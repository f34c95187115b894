import { randomUUID } from 'node:crypto'
import type { Cloud, CloudResource } from '#local/assembly/cloud'
import { ACCOUNT, REGION } from '#local/assembly/identifiers'
import {
  isObject,
  type Json,
  type JsonObject,
  listAt,
  objectAt,
  textAt,
} from '#local/assembly/json'
import type { AsyncInvoker } from '#local/lambda/asynchronous'
import type { Queues } from '#local/queues/start-queues'
import { matchesPattern } from './pattern.ts'
import { parseSchedule, runOn, type Schedule } from './schedule.ts'

export interface EventBus {
  /** Hands an event to every rule that matches; what is missing of an envelope is filled in. */
  publish(event: PublishedEvent): void
  close(): void
}

export interface PublishedEvent {
  readonly source: string
  readonly 'detail-type': string
  readonly detail: unknown
  readonly id?: string
  readonly time?: string
  readonly resources?: readonly string[]
}

interface Rule {
  readonly pattern: JsonObject | undefined
  readonly schedule: Schedule | undefined
  readonly targets: readonly Json[]
}

/** EventBridge's rules of the stacks, before queues and Lambda's asynchronous invocation. */
export function createEventBus(options: {
  cloud: Cloud
  invoker: AsyncInvoker
  queues: Pick<Queues, 'queueOf'>
  log: (line: string) => void
}): EventBus {
  const { cloud, invoker, queues, log } = options
  const rules = cloud.ofType('AWS::Events::Rule').map(ruleOf)
  const stop = new AbortController()

  const hand = (rule: Rule, event: JsonObject) => {
    for (const target of rule.targets) {
      const arn = textAt(target, 'Arn')
      if (invoker.has(arn)) invoker.start(arn, inputOf(target, event))
      else {
        const queue = queues.queueOf(arn)
        if (queue) queue.send(JSON.stringify(inputOf(target, event)))
        else log(`An event rule's target is not run locally: ${arn}`)
      }
    }
  }

  for (const rule of rules)
    if (rule.schedule)
      runOn(rule.schedule, stop.signal, () =>
        hand(
          rule,
          envelope({ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }),
        ),
      )

  return {
    publish(published) {
      const event = envelope(published)
      for (const rule of rules)
        if (rule.pattern && matchesPattern(rule.pattern, event)) hand(rule, event)
    },
    close: () => stop.abort(),
  }
}

function ruleOf({ properties }: CloudResource): Rule {
  const enabled = textAt(properties, 'State') !== 'DISABLED'
  const schedule = textAt(properties, 'ScheduleExpression')
  return {
    pattern:
      enabled && isObject(properties.EventPattern)
        ? objectAt(properties, 'EventPattern')
        : undefined,
    schedule: enabled && schedule ? parseSchedule(schedule) : undefined,
    targets: listAt(properties, 'Targets'),
  }
}

/** The event, or what the target's `Input` or `InputPath` makes of it. */
function inputOf(target: Json, event: JsonObject): Json {
  const constant = textAt(target, 'Input')
  if (constant) return JSON.parse(constant)
  const path = textAt(target, 'InputPath')
  return path
    .split('.')
    .slice(1)
    .reduce<Json>((value, key) => (isObject(value) ? (value[key] ?? null) : null), event)
}

const envelope = (event: PublishedEvent): JsonObject =>
  JSON.parse(
    JSON.stringify({
      version: '0',
      id: randomUUID(),
      account: ACCOUNT,
      region: REGION,
      time: new Date().toISOString(),
      resources: [],
      ...event,
    }),
  )
