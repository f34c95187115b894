import { awsApi } from '#local/aws-api/index'
import { AwsError } from '#local/aws-api/server'
import { defineService } from '#local/service/service'
import { embeddedMetrics } from './embedded-metrics.ts'
import { getMetricData } from './get-metric-data.ts'
import { keepMetrics } from './kept-metrics.ts'

/** CloudWatch: what functions and the gateway measure, by day. */
export const cloudWatch = defineService({
  name: 'cloudwatch',
  types: {},
  start(context) {
    const { dataDir } = context
    const keeper = keepMetrics(dataDir, 'cloud')
    awsApi.in(context).onTarget('GraniteServiceVersion20100801.', (operation, input) => {
      if (operation === 'GetMetricData') return getMetricData(dataDir, input)
      throw new AwsError('UnknownOperationException', `The local CloudWatch has no ${operation}.`)
    })
    return {
      /** Takes the metrics out of what a function wrote. */
      hear: (text: string) => keeper.add(embeddedMetrics(text)),
      close: keeper.close,
    }
  },
})
