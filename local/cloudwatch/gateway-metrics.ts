import type { Cloud } from '#local/assembly/cloud'
import { type JsonObject, listAt, textAt } from '#local/assembly/json'
import type { Measured } from './embedded-metrics.ts'

/** A request that was answered. */
export interface Answered {
  readonly path: string
  readonly status: number
  readonly milliseconds: number
}

/** By what the API is counted. */
export interface CountedAs {
  readonly apiName: string
  /** The metric that a filter of the access log makes of how long answers took; null where there is no such filter. */
  readonly responseTime: { readonly namespace: string; readonly name: string } | null
}

export const countedAs = (cloud: Cloud, api: JsonObject): CountedAs => {
  const [filter] = cloud
    .ofType('AWS::Logs::MetricFilter')
    .flatMap(({ properties }) => listAt(properties, 'MetricTransformations'))
    .filter((transformation) => textAt(transformation, 'MetricValue') === '$.responseLatency')
  return {
    apiName: textAt(api, 'Name'),
    responseTime: filter
      ? { namespace: textAt(filter, 'MetricNamespace'), name: textAt(filter, 'MetricName') }
      : null,
  }
}

/** What API Gateway counts of a request, and what the filter of its access log measures: not the joining of uploads. */
export function measuredOf(
  { apiName, responseTime }: CountedAs,
  { path, status, milliseconds }: Answered,
): Measured[] {
  const at = Date.now()
  const gateway = { namespace: 'AWS/ApiGateway', dimensions: { ApiName: apiName }, at }
  return [
    { ...gateway, name: 'Count', value: 1 },
    { ...gateway, name: '5XXError', value: status >= 500 ? 1 : 0 },
    ...(responseTime && !path.endsWith('/completion')
      ? [{ ...responseTime, dimensions: {}, at, value: milliseconds }]
      : []),
  ]
}
