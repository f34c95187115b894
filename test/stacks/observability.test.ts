import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { expect, test } from 'vitest'
import { ERROR_STATUS } from '#contract/http/error-status'
import { environments } from '#contract/platform/environment'
import { allRoutes } from '#contract/routes'
import { tableSchema } from '#lib/data/table-schema'
import { targets } from '#lib/settings/targets'
import { testApp } from '#test/support/app'

const { app, api, data, media, edge, observability } = testApp()
app.synth()
const template = Template.fromStack(observability)
const alarms = Object.values(
  Template.fromStack(observability).findResources('AWS::CloudWatch::Alarm'),
).map(({ Properties }) => Properties)

/** Functions that deployments alone call, and see fail. */
const MAKERS = ['signing-key', 'first-admin']
const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

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

test('the API’s latency alarm is the promise, for requests that join no parts of an upload', () => {
  const latency = alarms.find(({ MetricName }) => MetricName === 'ResponseTime')
  expect(latency).toMatchObject({
    Namespace: 'Lectern/test',
    Threshold: targets.apiResponse.promiseMs,
    ExtendedStatistic: `p${targets.apiResponse.percentile}`,
  })
  const [filter] = Object.values(Template.fromStack(api).findResources('AWS::Logs::MetricFilter'))
  expect(filter?.Properties).toMatchObject({
    FilterPattern: '{ ($.responseLatency = "*") && ($.resourcePath != "*/completion") }',
    MetricTransformations: [
      {
        MetricName: 'ResponseTime',
        MetricNamespace: 'Lectern/test',
        MetricValue: '$.responseLatency',
      },
    ],
  })
  expect(allRoutes.filter(({ path }) => path.endsWith('/completion')).map(({ id }) => id)).toEqual([
    'completeUpload',
  ])
})

test('the dashboard has the calls that failed by each code that a function answers', () => {
  const [dashboard] = Object.values(
    Template.fromStack(observability).findResources('AWS::CloudWatch::Dashboard'),
  )
  const body = JSON.stringify(dashboard?.Properties.DashboardBody).replaceAll('\\', '')
  for (const code of Object.keys(ERROR_STATUS))
    expect(body).toContain(`["Lectern/test","Failures","code","${code}"`)
})

test('the dashboard has what failed beside its promise and its goal', () => {
  const [dashboard] = Object.values(
    Template.fromStack(observability).findResources('AWS::CloudWatch::Dashboard'),
  )
  const body = JSON.stringify(dashboard?.Properties.DashboardBody).replaceAll('\\', '')
  const { promisePercent, goalPercent } = targets.availability
  expect(body).toContain(`{"value":${100 - promisePercent},"label":"promise","yAxis":"right"}`)
  expect(body).toContain(`{"value":${100 - goalPercent},"label":"goal","yAxis":"right"}`)
})

test('a line of the access log is JSON, its time a number, whatever a request is like', () => {
  const [stage] = Object.values(Template.fromStack(api).findResources('AWS::ApiGateway::Stage'))
  const format: string = stage?.Properties.AccessLogSetting.Format
  const line = format.replace('$context.responseLatency', '12').replace(/\$context\.[\w.]+/g, '-')
  expect(JSON.parse(line)).toMatchObject({ resourcePath: '-', status: '-', responseLatency: 12 })
})

/** Every way in which production breaks a promise, or is about to. */
const EXPECTED = [
  ...['Api/Latency', 'Api/Errors', 'Edge/Errors'],
  ...['Media/Failed', 'Media/Stuck', 'Media/WatchSilent'],
  ...['Stores/TableThrottles', 'Stores/ValkeyMemory', 'Stores/ValkeyEvictions'],
  ...Object.keys(environments)
    .filter((name) => !MAKERS.includes(name))
    .flatMap((name) => [`Functions/${pascal(name)}Errors`, `Functions/${pascal(name)}Throttles`]),
  ...['catalog', 'learning'].map((name) => `Functions/${pascal(name)}SpillOver`),
  ...['media-ingest', 'media-command', 'media-status', 'edge-invalidation'].map(
    (name) => `Functions/${pascal(name)}Waiting`,
  ),
  ...[
    ...['projector', 'enrolment-recount', 'media-ingest', 'media-command', 'media-status'],
    ...['media-watch', 'edge-invalidation', 'content-notices'],
  ].map((name) => `Functions/${pascal(name)}DeadLetters`),
  ...['Functions/ProjectorBehind', 'Functions/EnrolmentRecountSilent'],
]

test('production watches each of them', () => {
  const paths = observability.node
    .findAll()
    .flatMap((node) =>
      node instanceof Alarm ? [node.node.path.replace(/^.*?\/Alarms\//, '')] : [],
    )
  expect(paths.filter((path) => !path.includes('PlaybackAlarms')).sort()).toEqual(EXPECTED.sort())
})

test('percentiles of a few requests ring nobody, nor do shares of few', () => {
  const percentiles = alarms.filter(({ ExtendedStatistic }) => ExtendedStatistic)
  expect(percentiles).toHaveLength(1)
  for (const alarm of percentiles) expect(alarm.EvaluateLowSampleCountPercentile).toBe('ignore')
  const shares = alarms.flatMap(({ Metrics = [] }) =>
    Metrics.flatMap(({ Expression: text }: { Expression?: string }) =>
      text && /\/|failed/.test(text) ? [text] : [],
    ),
  )
  expect(shares.length).toBeGreaterThanOrEqual(6)
  const floors = shares.filter((text: string) => /^IF\(.* >= \d+, .*, 0\)$/.test(text))
  // The share of playing stands behind a floor of its own alarm.
  expect(shares.length - floors.length).toBe(2)
})

test('what should happen and does not rings too', () => {
  const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
  expect(silent).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ComparisonOperator: 'LessThanThreshold',
        MetricName: 'StuckAssets',
        Statistic: 'SampleCount',
        Period: 600,
        EvaluationPeriods: 3,
      }),
      // Two days: an alarm of periods from an hour on may look back over seven.
      expect.objectContaining({
        ComparisonOperator: 'LessThanThreshold',
        MetricName: 'Invocations',
        Period: 86_400,
        EvaluationPeriods: 2,
      }),
    ]),
  )
  const schedules = [data, api, media, edge].flatMap((stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule')).filter(
      ({ Properties }) => Properties.ScheduleExpression,
    ),
  )
  expect(schedules).toHaveLength(silent.length)
})

test('the edge’s alarm is made where CloudFront has its metrics', () => {
  const edges = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(
    ({ Condition }) => Condition,
  )
  expect(edges).toHaveLength(1)
  expect(JSON.stringify(template.toJSON().Conditions)).toContain('us-east-1')
})

test('the table’s indexes are watched, each beside the table', () => {
  const throttles = alarms.find(({ AlarmDescription }) =>
    /#table-throttles$/.test(AlarmDescription),
  )
  const indexes = throttles?.Metrics.flatMap(
    ({
      MetricStat,
    }: {
      MetricStat?: { Metric: { Dimensions: { Name: string; Value: string }[] } }
    }) =>
      MetricStat?.Metric.Dimensions.flatMap(({ Name, Value }) =>
        Name === 'GlobalSecondaryIndexName' ? [Value] : [],
      ) ?? [],
  )
  expect(new Set(indexes)).toEqual(new Set(Object.keys(tableSchema.indexes)))
})

test('the price of the alarms is what the operators’ page says', () => {
  const metrics = alarms
    .map(({ Metrics }) => Metrics?.filter(({ MetricStat }: { MetricStat?: object }) => MetricStat))
    .reduce((sum, stats) => sum + (stats?.length ?? 1), 0)
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8')
  expect(/watch (\d+) metrics, which is about \$([\d.]+) a month/.exec(page)?.slice(1)).toEqual([
    `${metrics}`,
    (metrics * 0.1).toFixed(2),
  ])
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
