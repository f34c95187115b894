import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { targets } from '#lib/settings/targets'
import { testApp } from '#test/support/app'

const { app, api, data, media, edge, observability } = testApp()
app.synth()
const alarms = Object.values(
  Template.fromStack(observability).findResources('AWS::CloudWatch::Alarm'),
).map(({ Properties }) => Properties)

test('every dead-letter queue has its alarm', () => {
  // One with a redrive policy is worked off, and has a dead-letter queue.
  const queues = [data, media, edge].flatMap((stack) =>
    Object.entries(Template.fromStack(stack).findResources('AWS::SQS::Queue')).flatMap(
      ([id, { Properties }]) => (Properties.RedrivePolicy ? [] : [id]),
    ),
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

test('CloudWatch may tell the topic, which lets nobody else in without TLS', () => {
  const [policy] = Object.values(
    Template.fromStack(observability).findResources('AWS::SNS::TopicPolicy'),
  )
  expect(policy?.Properties.PolicyDocument.Statement).toEqual([
    expect.objectContaining({ Effect: 'Deny' }),
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
    }),
  ])
})

test('the API’s latency alarm is the promise', () => {
  const latency = alarms.find(({ MetricName }) => MetricName === 'Latency')
  expect(latency).toMatchObject({
    Threshold: targets.apiResponse.promiseMs,
    ExtendedStatistic: `p${targets.apiResponse.percentile}`,
  })
})

test('learners’ waiting for video rings at what is promised, once enough of them watch', () => {
  const alarmOf = (text: RegExp) =>
    alarms.find(({ AlarmDescription }) => text.test(String(AlarmDescription)))
  expect(alarmOf(/#video-start$/)).toMatchObject({
    Threshold: targets.videoStart.promiseMs,
    TreatMissingData: 'notBreaching',
    Metrics: expect.arrayContaining([
      expect.objectContaining({ Expression: 'IF(samples >= 50, start, 0)' }),
      expect.objectContaining({
        MetricStat: expect.objectContaining({
          Metric: { MetricName: 'VideoStart', Namespace: 'Lectern/test' },
          Stat: `p${targets.videoStart.percentile}`,
        }),
      }),
    ]),
  })
  expect(alarmOf(/#rebuffering$/)?.Threshold).toBe(targets.rebuffering.promisePercent)
  expect(alarmOf(/#playback-errors$/)?.Threshold).toBe(targets.playbackErrors.promisePercent)
})

test('players’ reports come to the metrics that the alarms watch', () => {
  const functions = Object.values(Template.fromStack(api).findResources('AWS::Lambda::Function'))
  const learning = functions.find(({ Properties }) => Properties.Description === 'Lectern learning')
  expect(learning?.Properties.Environment.Variables.METRICS_NAMESPACE).toBe('Lectern/test')
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
