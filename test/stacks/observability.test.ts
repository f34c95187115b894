import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { targets } from '#lib/settings/targets'
import { testApp } from '#test/support/app'

const { app, data, media, observability } = testApp()
app.synth()
const alarms = Object.values(
  Template.fromStack(observability).findResources('AWS::CloudWatch::Alarm'),
).map(({ Properties }) => Properties)

test('every dead-letter queue has its alarm', () => {
  const queues = [data, media].flatMap((stack) =>
    Object.keys(Template.fromStack(stack).findResources('AWS::SQS::Queue')),
  )
  const watched = alarms.filter(
    ({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible',
  )
  for (const queue of queues)
    expect(
      watched.some((alarm) => JSON.stringify(alarm.Dimensions).includes(queue)),
      queue,
    ).toBe(true)
  expect(watched).toHaveLength(queues.length)
})

test('the API’s latency alarm is the promise', () => {
  const latency = alarms.find(({ MetricName }) => MetricName === 'Latency')
  expect(latency).toMatchObject({
    Threshold: targets.apiResponse.promiseMs,
    ExtendedStatistic: `p${targets.apiResponse.percentile}`,
  })
})

test('every alarm reaches the topic and leads to its section of the runbook', () => {
  const runbook = readFileSync(resolve(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
  expect(alarms.length).toBeGreaterThan(0)
  for (const alarm of alarms) {
    expect(alarm.AlarmActions).toHaveLength(1)
    const section = /docs\/runbook\.md#([a-z-]+)$/.exec(alarm.AlarmDescription)?.[1]
    expect(runbook).toMatch(new RegExp(`^## ${section}$`, 'm'))
  }
})
