import { Match, Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { testApp } from '#test/support/app'

const { app, data, network } = testApp()
app.synth()
const template = Template.fromStack(data)

test('the table is keyed, streamed, restorable and protected', () => {
  const key = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ]
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: {
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'gsi1', KeySchema: key('gsi1pk', 'gsi1sk') },
        { IndexName: 'gsi2', KeySchema: key('gsi2pk', 'gsi2sk') },
        { IndexName: 'gsi3', KeySchema: key('gsi3pk', 'gsi3sk') },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    },
  })
})

test('the projector retries a record alone, then keeps it, and reports partial failures', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 5,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  })
})

test('Valkey fails over between zones and speaks TLS alone', () => {
  template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    Engine: 'valkey',
    MultiAZEnabled: true,
    AutomaticFailoverEnabled: true,
    TransitEncryptionEnabled: true,
    AtRestEncryptionEnabled: true,
  })
})

test.each([2, 3])(
  '%i zones are as many subnets, each in a zone of its own',
  (availabilityZones) => {
    const subnets = Template.fromStack(testApp({ availabilityZones }).network).findResources(
      'AWS::EC2::Subnet',
    )
    expect(
      Object.values(subnets).map(({ Properties }) => Properties.AvailabilityZone['Fn::Select'][0]),
    ).toEqual([0, 1, 2].slice(0, availabilityZones))
  },
)

test('the network has no way out but the endpoints', () => {
  const vpc = Template.fromStack(network)
  vpc.resourceCountIs('AWS::EC2::NatGateway', 0)
  vpc.resourceCountIs('AWS::EC2::InternetGateway', 0)
  expect(Object.keys(vpc.findResources('AWS::EC2::VPCEndpoint'))).toHaveLength(4)
})
