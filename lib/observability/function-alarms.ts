import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { ApiFunction } from '#lib/constructs/api-function'
import type { Worker } from '#lib/constructs/worker-function'
import { shareOf } from './api-alarms.ts'
import { RunbookAlarm, type RunbookAlarmProps } from './runbook-alarm.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)

export interface WatchedFunctions {
  readonly services: readonly ApiFunction[]
  readonly workers: readonly Worker[]
  /** Dead-letter queues that belong to no worker. */
  readonly queues: Readonly<Record<string, IQueue>>
}

/** Ring when a function fails or is held up, and when work waits: in a queue, in a stream, for somebody. */
export class FunctionAlarms extends Construct {
  readonly #topic: ITopic

  constructor(scope: Construct, id: string, props: WatchedFunctions & { topic: ITopic }) {
    super(scope, id)
    this.#topic = props.topic
    const { services, workers } = props
    for (const { lambda, functionName } of [...services, ...workers]) {
      const name = pascal(functionName)
      this.#alarm(`${name}Errors`, {
        metric: lambda.metricErrors({ period: PERIOD }),
        threshold: 5,
        periods: 1,
        runbook: 'function-errors',
        meaning: `The function ${functionName} failed more than five times in five minutes`,
      })
      this.#alarm(`${name}Throttles`, {
        metric: lambda.metricThrottles({ period: MINUTE }),
        threshold: 0,
        periods: 3,
        runbook: 'function-throttles',
        meaning: `The function ${functionName} is throttled`,
      })
    }
    for (const service of services) if (service.warm) this.#spillOver(service)
    for (const worker of workers) {
      const name = pascal(worker.functionName)
      this.#deadLetters(name, worker.functionName, worker.deadLetters)
      this.#age(name, worker)
      this.#silence(name, worker)
      if (worker.readsStream)
        this.#alarm(`${name}Behind`, {
          metric: worker.lambda.metric('IteratorAge', { statistic: 'Maximum', period: MINUTE }),
          threshold: PERIOD.toMilliseconds(),
          periods: 5,
          runbook: 'stream-age',
          meaning: `The function ${worker.functionName} is over five minutes behind the table's stream`,
        })
    }
    for (const [name, queue] of Object.entries(props.queues)) this.#deadLetters(name, name, queue)
  }

  /** Bursts spill until scaling follows, within minutes: only what goes on is a wrong setting. */
  #spillOver({ functionName, live }: ApiFunction): void {
    const sum = { statistic: 'Sum', period: PERIOD }
    this.#alarm(`${pascal(functionName)}SpillOver`, {
      metric: shareOf(
        live.metric('ProvisionedConcurrencySpilloverInvocations', sum),
        live.metric('Invocations', sum),
        'Calls that found no warm environment, in percent',
      ),
      threshold: 10,
      periods: 3,
      runbook: 'spill-over',
      meaning: `Over 10 % of the calls of ${functionName} find no warm environment`,
    })
  }

  #age(name: string, { functionName, queue, patience }: Worker): void {
    if (!queue || !patience) return
    this.#alarm(`${name}Waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: PERIOD }),
      threshold: patience.toSeconds(),
      periods: 1,
      runbook: 'queue-age',
      meaning: `Work of ${functionName} has waited for more than ${patience.toHumanString()}`,
    })
  }

  #silence(name: string, { functionName, lambda, every }: Worker): void {
    if (!every) return
    this.#alarm(`${name}Silent`, {
      metric: lambda.metricInvocations({ period: every }),
      threshold: 1,
      periods: 2,
      silenceRings: true,
      runbook: 'schedule-silent',
      meaning: `${functionName}, which the clock should wake every ${every.toHumanString()}, did not run twice in a row`,
    })
  }

  #deadLetters(id: string, of: string, queue: IQueue): void {
    this.#alarm(`${id}DeadLetters`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: MINUTE,
      }),
      threshold: 0,
      periods: 1,
      runbook: 'dead-letters',
      meaning: `Events of ${of} wait in its dead-letter queue`,
    })
  }

  #alarm(id: string, alarm: Omit<RunbookAlarmProps, 'topic'>): void {
    new RunbookAlarm(this, id, { topic: this.#topic, ...alarm })
  }
}

const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
