import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { VALKEY_RIGHTS, ValkeyPlace } from '#contract/platform/valkey-place'
import type { LecternApp } from '#lib/app'
import type { StageSettingsInput } from '#lib/settings/settings'
import { testApp } from '#test/support/app'

const FORMS = {
  none: { form: 'none' },
  serverless: { form: 'serverless', storageGb: 7, ecpuPerSecond: 9_000 },
  nodes: { form: 'nodes', nodeType: 'cache.t4g.micro', replicas: 2 },
} satisfies Record<string, StageSettingsInput['valkey']>

type Form = keyof typeof FORMS
const made = (valkey: StageSettingsInput['valkey'], rest: StageSettingsInput = {}) => {
  const stacks = testApp({ valkey, ...rest })
  stacks.app.synth()
  return stacks
}
const apps: Record<Form, LecternApp> = {
  none: made(FORMS.none),
  serverless: made(FORMS.serverless),
  nodes: made(FORMS.nodes),
}
const templateOf = (form: Form) => Template.fromStack(apps[form].api)

/** What CloudFormation would join, with a word where only AWS knows. */
const joined = (value: unknown, known = '1'): string => {
  if (typeof value === 'string') return value
  const parts: unknown = Object(value)['Fn::Join']?.[1]
  return Array.isArray(parts) ? parts.map((part) => joined(part, known)).join('') : known
}
/** What the functions of a form find. */
const places = (form: Form) =>
  Object.values(templateOf(form).findResources('AWS::Lambda::Function')).flatMap(
    ({ Properties }) => {
      const text = Properties.Environment?.Variables?.VALKEY
      return text === undefined ? [] : [ValkeyPlace.parse(JSON.parse(joined(text)))]
    },
  )

describe('without Valkey', () => {
  test('there is no network, and nothing of ElastiCache', () => {
    expect(apps.none.network).toBeNull()
    for (const stack of apps.none.app.node.children.filter((child) => Stack.isStack(child)))
      expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(
        /AWS::(EC2|ElastiCache)::|VpcConfig|elasticache:|AWSLambdaVPCAccess|Fn::ImportValue":"[^"]*Network/,
      )
  })

  test('the functions are told so', () => {
    expect(places('none')).toEqual([null, null, null, null])
  })
})

describe.each(['serverless', 'nodes'] as const)('Valkey as %s', (form) => {
  test('is told to the functions that use it, which are in the network', () => {
    const isServerless = form === 'serverless'
    expect(places(form)).toHaveLength(4)
    for (const place of places(form))
      expect(place).toMatchObject({
        tls: true,
        isCluster: isServerless,
        user: { id: `lectern-test-${form}`, isServerless },
      })
    for (const { Properties } of Object.values(
      templateOf(form).findResources('AWS::Lambda::Function'),
    ))
      expect('VALKEY' in (Properties.Environment?.Variables ?? {})).toBe('VpcConfig' in Properties)
  })

  test('has one user, who signs in by IAM and may do what the functions do', () => {
    const template = templateOf(form)
    template.resourceCountIs('AWS::ElastiCache::User', 1)
    template.hasResourceProperties('AWS::ElastiCache::User', {
      Engine: 'valkey',
      UserId: `lectern-test-${form}`,
      UserName: `lectern-test-${form}`,
      AuthenticationMode: { Type: 'iam' },
    })
    const [user] = Object.entries(template.findResources('AWS::ElastiCache::User'))
    const words = String(user?.[1].Properties.AccessString).split(' ')
    expect(words.slice(0, 4)).toEqual(['on', '~lectern:*', 'resetchannels', '-@all'])
    expect(words.slice(4)).toEqual(VALKEY_RIGHTS.commands.map((command) => `+${command}`))
    template.hasResourceProperties('AWS::ElastiCache::UserGroup', {
      Engine: 'valkey',
      UserIds: [{ Ref: user?.[0] }],
    })
  })

  test('lets the functions sign in to that cache as that user, and nobody else', () => {
    const statements = Object.values(templateOf(form).findResources('AWS::IAM::Policy')).flatMap(
      ({ Properties }) =>
        Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
          JSON.stringify(Action).includes('elasticache'),
        ),
    )
    expect(statements).toHaveLength(4)
    const [user] = Object.keys(templateOf(form).findResources('AWS::ElastiCache::User'))
    const what = { serverless: 'serverlesscache:lectern-test-2-zones', nodes: 'replicationgroup:1' }
    for (const { Effect, Action, Resource } of statements) {
      expect({ Effect, Action }).toEqual({ Effect: 'Allow', Action: 'elasticache:Connect' })
      expect(Resource).toContainEqual({ 'Fn::GetAtt': [user, 'Arn'] })
      const others = Resource.filter((one: object) => !('Fn::GetAtt' in one))
      expect(others.map((one: unknown) => joined(one))).toEqual([
        `arn:1:elasticache:1:1:${what[form]}`,
      ])
    }
  })

  test('is reached by the functions alone, on its own ports', () => {
    const doors = Object.values(
      templateOf(form).findResources('AWS::EC2::SecurityGroupIngress'),
    ).map(({ Properties }) => [
      Properties.FromPort,
      Properties.ToPort,
      JSON.stringify(Properties.SourceSecurityGroupId).includes('Functions'),
    ])
    const ports = { serverless: [6379, 6380], nodes: [6379] }[form]
    expect(doors).toEqual(ports.map((port) => [port, port, true]))
  })

  test('has a network with no way out but the endpoints', () => {
    const { network } = apps[form]
    if (!network) throw new Error('There is no network.')
    const vpc = Template.fromStack(network)
    vpc.resourceCountIs('AWS::EC2::NatGateway', 0)
    vpc.resourceCountIs('AWS::EC2::InternetGateway', 0)
    vpc.resourceCountIs('AWS::EC2::VPCEndpoint', 4)
  })
})

test('nodes fail over between zones, encrypt and speak TLS alone', () => {
  templateOf('nodes').hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    Engine: 'valkey',
    CacheNodeType: 'cache.t4g.micro',
    ReplicasPerNodeGroup: 2,
    MultiAZEnabled: true,
    AutomaticFailoverEnabled: true,
    TransitEncryptionEnabled: true,
    AtRestEncryptionEnabled: true,
  })
})

test('a serverless cache has the limits of the settings, and another name in other zones', () => {
  const nameIn = (template: Template) =>
    Object.values(template.findResources('AWS::ElastiCache::ServerlessCache')).map(
      ({ Properties }) => Properties.ServerlessCacheName,
    )
  templateOf('serverless').hasResourceProperties('AWS::ElastiCache::ServerlessCache', {
    Engine: 'valkey',
    CacheUsageLimits: {
      DataStorage: { Maximum: 7, Unit: 'GB' },
      ECPUPerSecond: { Maximum: 9_000 },
    },
  })
  const three = made(FORMS.serverless, { availabilityZones: 3 })
  expect(nameIn(templateOf('serverless'))).toEqual(['lectern-test-2-zones'])
  expect(nameIn(Template.fromStack(three.api))).toEqual(['lectern-test-3-zones'])
})

test.each([2, 3])(
  '%i zones are as many subnets, each in a zone of its own',
  (availabilityZones) => {
    const { network } = testApp({ availabilityZones })
    if (!network) throw new Error('There is no network.')
    const subnets = Template.fromStack(network).findResources('AWS::EC2::Subnet')
    expect(
      Object.values(subnets).map(({ Properties }) => Properties.AvailabilityZone['Fn::Select'][0]),
    ).toEqual([0, 1, 2].slice(0, availabilityZones))
  },
)

/** The logical ids of a stack's ElastiCache resources. */
const idsOf = (form: Form) =>
  Object.entries<{ Type: string }>(templateOf(form).toJSON().Resources).flatMap(([id, { Type }]) =>
    Type.startsWith('AWS::ElastiCache::') || Type.startsWith('AWS::EC2::') ? [id] : [],
  )

describe('a change of form is one deployment', () => {
  test('no stack but that of the functions holds on to Valkey or to the network', () => {
    for (const form of ['serverless', 'nodes'] as const) {
      const { app, api, network } = apps[form]
      for (const stack of app.node.children.filter((child) => Stack.isStack(child)))
        if (stack !== api && stack !== network)
          expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(
            /Fn::ImportValue":"Lectern-test-Network|Fn::ImportValue":"[^"]*Valkey/,
          )
      const outputs: Record<string, object> = templateOf(form).toJSON().Outputs
      const held = Object.entries(outputs).filter(([, output]) => 'Export' in output)
      expect(held.length).toBeGreaterThan(0)
      expect(JSON.stringify(held)).not.toContain('Valkey')
    }
  })

  test('no form’s resource becomes another form’s, which would have to be replaced under its name', () => {
    const serverless = new Set(idsOf('serverless'))
    expect(idsOf('nodes').filter((id) => serverless.has(id))).toEqual([])
    const named = (form: Form) =>
      JSON.stringify(templateOf(form).toJSON()).match(/"User(Group)?Id":"lectern[^"]*"/g)
    expect(named('nodes')?.filter((one) => named('serverless')?.includes(one))).toEqual([])
  })
})

describe('the alarms of Valkey', () => {
  const alarmsOf = (form: Form) =>
    Object.values(
      Template.fromStack(apps[form].observability).findResources('AWS::CloudWatch::Alarm'),
    ).flatMap(({ Properties }) =>
      /#valkey-/.test(Properties.AlarmDescription) ? [Properties] : [],
    )
  const dashboardOf = (form: Form) =>
    JSON.stringify(
      Template.fromStack(apps[form].observability).findResources('AWS::CloudWatch::Dashboard'),
    ).replaceAll('\\', '')

  test('are none without it, and the dashboard has nothing of it', () => {
    expect(alarmsOf('none')).toEqual([])
    expect(dashboardOf('none')).not.toContain('Valkey')
  })

  test('of a serverless cache go by its own name and limits', () => {
    expect(
      alarmsOf('serverless').map(({ Metrics: [one], Threshold }) => [
        one.MetricStat.Metric.MetricName,
        one.MetricStat.Metric.Dimensions,
        Threshold,
      ]),
    ).toEqual(
      Object.entries({
        BytesUsedForCache: Math.floor(0.8 * 7 * 1024 ** 3),
        Evictions: 100,
        CurrConnections: 0.8 * 65_000,
        ThrottledCmds: 100,
      }).map(([name, threshold]) => [
        name,
        [{ Name: 'clusterId', Value: 'lectern-test-2-zones' }],
        threshold,
      ]),
    )
    expect(dashboardOf('serverless')).toContain('"ThrottledCmds","clusterId"')
  })

  test('of nodes watch each of them', () => {
    const alarms = alarmsOf('nodes')
    const watched = alarms.map(({ Metrics }) =>
      Metrics.flatMap(({ MetricStat }: { MetricStat?: { Metric: { MetricName: string } } }) =>
        MetricStat ? [MetricStat.Metric.MetricName] : [],
      ),
    )
    expect(watched).toEqual(
      ['DatabaseMemoryUsagePercentage', 'Evictions', 'CurrConnections', 'EngineCPUUtilization'].map(
        (name) => [name, name, name],
      ),
    )
    // Of the smallest nodes 80 % of 20,000 connections.
    expect(alarms.map(({ Threshold }) => Threshold)).toEqual([80, 100, 16_000, 80])
    expect(dashboardOf('nodes')).toContain('EngineCPUUtilization')
  })
})
