import { Match, Template } from 'aws-cdk-lib/assertions'
import { test } from 'vitest'
import { testApp } from '#test/support/app'

const { app, data } = testApp()
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
