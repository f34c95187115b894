import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { expect, test } from 'vitest'
import { ERROR_STATUS } from '#contract/http/error-status'
import { environments } from '#contract/platform/environment'
import { tableSchema } from '#lib/data/table-schema'
import { targets } from '#lib/settings/targets'
import { AlarmRules } from '#test/support/alarm-rules'
import { testApp } from '#test/support/app'

const { app, api, data, media, edge, reports, observability } = testApp()
app.synth()
const template = Template.fromStack(observability)
const alarms = Object.values(
  Template.fromStack(observability).findResources('AWS::CloudWatch::Alarm'),
).map(({ Properties }) => Properties)

/** Functions that deployments alone call, and see fail. */
const MAKERS = ['signing-key', 'first-admin', 'canary-account']
const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

test('every dead-letter queue has its alarm', () => {
  // One with a redrive policy is worked off, and has a dead-letter queue.
  const queues = [data, media, edge, api, reports].flatMap((stack) =>
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
  ...[
    'ApiErrors',
    'ApiLatency',
    'EdgeErrors',
    'PageLoad',
    'PlaybackErrors',
    'VideoStart',
    'Rebuffering',
  ]
    .flatMap((name) =>
      ['FastLong', 'FastShort', 'SlowLong', 'SlowShort'].map((at) => `${name}/${at}`),
    )
    .map((name) => `Promises/${name}`),
  ...['Media/Failed', 'Media/Stuck', 'Media/WatchSilent'],
  ...['Valkey/Memory', 'Valkey/Evictions', 'Valkey/Connections', 'Valkey/Processor'],
  ...['Refusals/Gateway', 'Refusals/Table', 'Refusals/SignIns'],
  ...Object.keys(environments)
    .filter((name) => !MAKERS.includes(name))
    .flatMap((name) => [`Functions/${pascal(name)}`, `Refusals/${pascal(name)}`]),
  ...['GatewayRate', 'Concurrency', 'TableReads', 'TableWrites', 'SignIns', 'Bursts'].map(
    (name) => `Capacity/${name}`,
  ),
  ...['Catalog', 'Learning'].flatMap((name) => [
    `Capacity/${name}SpillOver`,
    `Capacity/${name}Busy`,
  ]),
  ...[
    'media-ingest',
    'media-command',
    'media-status',
    'file-intake',
    'course-copy',
    'edge-invalidation',
    'reporter',
  ].map((name) => `Waiting/${pascal(name)}Waiting`),
  ...[
    ...['projector', 'enrolment-recount', 'media-ingest', 'media-command', 'media-status'],
    ...[
      'media-watch',
      'file-intake',
      'course-copy',
      'edge-invalidation',
      'content-notices',
      'publish-due',
      'burst-watch',
      'exporter',
      'reporter',
    ],
  ].map((name) => `Losses/${pascal(name)}DeadLetters`),
  ...['Waiting/ProjectorBehind', 'Waiting/ExporterBehind'],
  ...['EnrolmentRecount', 'PublishDue', 'BurstWatch'].map((name) => `Losses/${name}Silent`),
]

/** Those of a stage for a few people: the site fails, or work would be lost. */
const FEW = ['Few/ApiErrors', ...EXPECTED.filter((name) => /^(Media|Losses)\//.test(name))]

const pathsIn = ({ node }: typeof observability) =>
  node
    .findAll()
    .flatMap((it) => (it instanceof Alarm ? [it.node.path.replace(/^.*?\/Alarms\//, '')] : []))

test('production watches each of them', () => {
  expect(pathsIn(observability).sort()).toEqual(EXPECTED.sort())
})

test('with few alarms a stage watches what would be lost, each told by itself', () => {
  const few = testApp({ alarms: 'few' })
  expect(pathsIn(few.observability).sort()).toEqual(FEW.sort())
  const told = Template.fromStack(few.observability)
  told.resourceCountIs('AWS::CloudWatch::CompositeAlarm', 0)
  told.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [Match.anyValue()] })
})

test('shares of few ring nobody', () => {
  const shares = alarms.flatMap(({ Metrics = [] }) =>
    Metrics.flatMap(({ Expression: text }: { Expression?: string }) =>
      text && /\/ whole|failed|inTime|waited/.test(text) ? [text] : [],
    ),
  )
  expect(shares).toHaveLength(7 * 4 + 3)
  for (const share of shares) expect(share).toMatch(/^IF\(.* >= \d+, .*, 0\)$/)
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
  const woken = [data, api, media, edge, reports].flatMap((stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule')).flatMap(
      ({ Properties: { ScheduleExpression, Targets } }) =>
        // What a schedule puts into a queue rings where it waits there, or is a dead letter.
        ScheduleExpression && !/Queue/.test(JSON.stringify(Targets[0].Arn))
          ? [JSON.stringify(Targets[0].Arn)]
          : [],
    ),
  )
  expect(new Set(woken).size).toBe(silent.length)
})

test('the edge’s alarm is made where CloudFront has its metrics', () => {
  const edges = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(
    ({ Condition }) => Condition,
  )
  expect(edges).toHaveLength(4)
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

test.each([
  ['all', {}],
  // Whoever asks for few keeps none warm, and has nobody look for bursts.
  ['few', { provisioned: { min: 0 } }],
] as const)('the price of %s alarms is what the operators’ page says', (choice, stage) => {
  const priced = Template.fromStack(testApp({ alarms: choice, ...stage }).observability)
  const metrics = Object.values(priced.findResources('AWS::CloudWatch::Alarm'))
    .map(({ Properties: { Metrics } }) =>
      Metrics?.filter(({ MetricStat }: { MetricStat?: object }) => MetricStat),
    )
    .reduce((sum, stats) => sum + (stats?.length ?? 1), 0)
  const pages = Object.keys(priced.findResources('AWS::CloudWatch::CompositeAlarm')).length
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8')
  const row = new RegExp(`^\\| \`${choice}\` \\|.*\\| (\\d+) \\| (\\d+) \\| \\$([\\d.]+) \\|$`, 'm')
  expect(row.exec(page)?.slice(1)).toEqual([
    `${metrics}`,
    `${pages}`,
    (metrics * 0.1 + pages * 0.5).toFixed(2),
  ])
})

test('players’ reports come to the metrics that the alarms watch', () => {
  const functions = Object.values(Template.fromStack(api).findResources('AWS::Lambda::Function'))
  const learning = functions.find(({ Properties }) => Properties.Description === 'Lectern learning')
  expect(learning?.Properties.Environment.Variables.METRICS_NAMESPACE).toBe('Lectern/test')
})

test('every alarm reaches somebody and leads to its section of the runbook', () => {
  const runbook = readFileSync(resolve(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
  const rules = new AlarmRules(template)
  const pages = Object.values(template.findResources('AWS::CloudWatch::CompositeAlarm')).flatMap(
    ({ Properties }) => (Properties.AlarmActions ? [Properties] : []),
  )
  expect(pages.length).toBeGreaterThan(0)
  for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm')))
    expect(rules.reaches(id), id).toBe(true)
  for (const { AlarmDescription } of [...alarms, ...pages]) {
    const section = /docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription)?.[1]
    expect(runbook).toMatch(new RegExp(`^## ${section}$`, 'm'))
  }
})
