import { Duration } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { mediaMetrics } from '#contract/media-metrics'
import { metricsNamespace } from '#contract/metrics-namespace'
import type { ApiFunction } from '../constructs/api-function.ts'
import type { Worker } from '../constructs/worker-function.ts'
import { targets } from '../settings/targets.ts'
import { RunbookAlarm, type RunbookAlarmProps } from './runbook-alarm.ts'

export interface Watched {
  readonly api: RestApiBase
  readonly services: readonly ApiFunction[]
  readonly workers: readonly Worker[]
}

/** One alarm for each way a promise breaks; each names its section of the runbook. */
export class Alarms extends Construct {
  readonly #topic: ITopic

  constructor(
    scope: Construct,
    id: string,
    props: Watched & {
      readonly topic: ITopic
      readonly stage: string
      /** Dead-letter queues that belong to no worker. */
      readonly queues: Readonly<Record<string, IQueue>>
    },
  ) {
    super(scope, id)
    this.#topic = props.topic
    const { api, services, workers } = props
    const { percentile, promiseMs } = targets.apiResponse
    this.#alarm('ApiLatency', {
      metric: api.metricLatency({ statistic: `p${percentile}`, period: MINUTE }),
      threshold: promiseMs,
      periods: 5,
      runbook: 'api-latency',
      meaning: `The API's P${percentile} is over ${promiseMs} ms`,
    })
    this.#alarm('ApiErrors', {
      metric: new MathExpression({
        expression: '100 * errors / MAX([requests, 1])',
        usingMetrics: {
          errors: api.metricServerError({ statistic: 'Sum' }),
          requests: api.metricCount({ statistic: 'Sum' }),
        },
        period: Duration.minutes(5),
        label: 'Share of requests that failed on our side, in percent',
      }),
      threshold: 100 - targets.availability.promisePercent,
      periods: 2,
      runbook: 'api-errors',
      meaning: `Over ${(100 - targets.availability.promisePercent).toFixed(2)} % of requests fail`,
    })
    for (const { lambda, functionName } of [...services, ...workers]) {
      const name = pascal(functionName)
      this.#alarm(`${name}Errors`, {
        metric: lambda.metricErrors({ period: Duration.minutes(5) }),
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
    for (const { deadLetters, functionName } of workers)
      this.#deadLetters(pascal(functionName), functionName, deadLetters)
    for (const [name, queue] of Object.entries(props.queues)) this.#deadLetters(name, name, queue)
    this.#alarm('StuckAssets', {
      metric: new Metric({
        namespace: metricsNamespace(props.stage),
        metricName: mediaMetrics.stuckAssets,
        dimensionsMap: { service: mediaMetrics.service },
        statistic: 'Sum',
        period: Duration.minutes(30),
      }),
      threshold: 0,
      periods: 1,
      runbook: 'stuck-assets',
      meaning: 'Videos got stuck between upload and ready, and were begun anew or given up',
    })
  }

  #deadLetters(id: string, of: string, queue: IQueue): void {
    this.#alarm(`${id}DeadLetters`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE }),
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

const MINUTE = Duration.minutes(1)

const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
