import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { apiMetrics } from '#contract/platform/promised'
import { Logs } from '#lib/constructs/logs'
import { Deployment } from '#lib/settings/deployment'

/** A line of JSON for each request to the API, and how long requests took. */
export class AccessLog extends Logs {
  /** The time is a number, which a metric is made of. */
  readonly format = AccessLogFormat.custom(
    `{${[
      ['requestId', AccessLogField.contextRequestId()],
      ['requestTime', AccessLogField.contextRequestTime()],
      ['ip', AccessLogField.contextIdentitySourceIp()],
      ['httpMethod', AccessLogField.contextHttpMethod()],
      ['resourcePath', AccessLogField.contextResourcePath()],
      ['status', AccessLogField.contextStatus()],
      ['protocol', AccessLogField.contextProtocol()],
      ['responseLength', AccessLogField.contextResponseLength()],
    ]
      .map(([name, value]) => `"${name}":"${value}",`)
      .join('')}"responseLatency":${AccessLogField.contextResponseLatency()}}`,
  )
  /**
   * In milliseconds. Without requests that join the parts of a large upload, for which S3 takes its time: API
   * Gateway's own metric has them, and one of each method costs by method.
   */
  readonly responseTime: Metric
  /** Requests answered 429, by whatever limit: API Gateway counts them among all that callers did wrong. */
  readonly refused: Metric

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.responseTime = new MetricFilter(this, 'ResponseTime', {
      logGroup: this,
      filterPattern: FilterPattern.all(
        FilterPattern.exists('$.responseLatency'),
        FilterPattern.stringValue('$.resourcePath', '!=', '*/completion'),
      ),
      metricNamespace: Deployment.of(this).metricsNamespace,
      metricName: apiMetrics.responseTime,
      metricValue: '$.responseLatency',
      unit: Unit.MILLISECONDS,
    }).metric()
    this.refused = new MetricFilter(this, 'Refused', {
      logGroup: this,
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      metricNamespace: Deployment.of(this).metricsNamespace,
      metricName: 'Refused',
      metricValue: '1',
    }).metric()
  }
}
