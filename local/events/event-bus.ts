import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud, CloudResource } from '../assembly/cloud.ts'
import { ACCOUNT, functionNameOf, REGION } from '../assembly/identifiers.ts'
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from '../assembly/json.ts'
import { ASYNC_RETRIES } from '../lambda/function.ts'
import type { LambdaRunner } from '../lambda/runner.ts'
import type { DeadLetters } from './dead-letters.ts'
import { matchesPattern } from './pattern.ts'
import { secondsOfRate } from './schedule.ts'

export interface EventBus {
  /** Hands an event to every rule that matches; what is missing of an envelope is filled in. */
  publish(event: PublishedEvent): void
  /** Resolves when every event that was published is delivered or given up. */
  settled(): Promise<void>
  close(): Promise<void>
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
  readonly name: string
  readonly pattern: JsonObject | undefined
  readonly everySeconds: number | undefined
  readonly targets: readonly Json[]
}

/** EventBridge's rules of the stacks, and Lambda's asynchronous invocation behind them. */
export function createEventBus(options: {
  cloud: Cloud
  runner: LambdaRunner
  deadLetters: DeadLetters
  log: (line: string) => void
}): EventBus {
  const { cloud, runner, deadLetters, log } = options
  const rules = cloud.ofType('AWS::Events::Rule').map(ruleOf)
  const stop = new AbortController()
  const underWay = new Set<Promise<void>>()

  const deliver = async (target: Json, event: JsonObject) => {
    const arn = textAt(target, 'Arn')
    if (!runner.has(arn)) {
      log(`An event rule's target is not run locally: ${arn}`)
      return
    }
    const input = inputOf(target, event)
    for (let attempt = 0; ; attempt += 1)
      try {
        await runner.invoke(arn, input)
        return
      } catch (error) {
        // At a stop the file keeps it, rather than nobody.
        if (attempt >= ASYNC_RETRIES || stop.signal.aborted) {
          deadLetters.add({ target: functionNameOf(arn), event: input, error })
          return
        }
        await sleep(500 * 2 ** attempt, undefined, { signal: stop.signal }).catch(() => {})
      }
  }

  const start = (target: Json, event: JsonObject) => {
    const delivery = deliver(target, event).finally(() => underWay.delete(delivery))
    underWay.add(delivery)
  }

  const timers = rules.flatMap((rule) =>
    rule.everySeconds === undefined
      ? []
      : [
          setInterval(() => {
            const event = envelope({
              source: 'aws.events',
              'detail-type': 'Scheduled Event',
              detail: {},
            })
            for (const target of rule.targets) start(target, event)
          }, rule.everySeconds * 1000),
        ],
  )

  return {
    publish(published) {
      const event = envelope(published)
      for (const rule of rules)
        if (rule.pattern && matchesPattern(rule.pattern, event))
          for (const target of rule.targets) start(target, event)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    async close() {
      stop.abort()
      timers.forEach(clearInterval)
      await Promise.race([Promise.all(underWay), sleep(2000)])
    },
  }
}

function ruleOf(resource: CloudResource): Rule {
  const { properties } = resource
  const enabled = textAt(properties, 'State') !== 'DISABLED'
  return {
    name: resource.ref,
    pattern:
      enabled && isObject(properties.EventPattern)
        ? objectAt(properties, 'EventPattern')
        : undefined,
    everySeconds: enabled ? secondsOfRate(textAt(properties, 'ScheduleExpression')) : undefined,
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
