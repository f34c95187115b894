import { Match, Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { PATIENCE } from '#core/videos/watch/watch-time'
import { testApp } from '#test/support/app'

const { app, media } = testApp()
app.synth()
const template = Template.fromStack(media)

const keptTarget = [
  Match.objectLike({
    RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 21_600 },
    DeadLetterConfig: { Arn: Match.anyValue() },
  }),
]

test('an object starts the ingest whatever way it was written', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [Match.anyValue()] }, reason: Match.absent() },
    },
    Targets: keptTarget,
  })
})

test('however many uploads come at once, few are worked on, and each has its time and its tries', () => {
  const resources = template.toJSON().Resources
  const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))
  expect(mappings).toHaveLength(5)
  for (const { Properties } of mappings) {
    expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    expect(Properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2)
    expect(Properties.ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(5)
    const queue = resources[Properties.EventSourceArn['Fn::GetAtt'][0]].Properties
    const worker = resources[Properties.FunctionName.Ref].Properties
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker.Timeout)
    expect(queue.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5)
  }
})

test('what a worker left when its environment ended comes back before it counts as stuck', () => {
  const queues = Object.values(template.findResources('AWS::SQS::Queue'))
  const hidden = queues.map(({ Properties }) => Properties.VisibilityTimeout ?? 0)
  // And once more after a failure, which comes back within 15 minutes and runs for 15.
  const longest = Math.max(...hidden) / 60 + 15 + 15
  expect(longest).toBe(120)
  expect(PATIENCE.uploaded).toBeGreaterThanOrEqual(longest)
  expect(PATIENCE.queued).toBeGreaterThanOrEqual(longest)
})

test('only this deployment’s jobs move its assets on', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.mediaconvert'],
      'detail-type': ['MediaConvert Job State Change'],
      detail: {
        // What AWS may add comes to nobody who could not read it.
        status: ['PROGRESSING', 'STATUS_UPDATE', 'COMPLETE', 'ERROR', 'CANCELED'],
        userMetadata: { deploymentId: ['lectern-test'] },
      },
    },
    Targets: keptTarget,
  })
})

test('the ingest bucket tells EventBridge, lets browsers PUT parts and forgets abandoned uploads', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    CorsConfiguration: {
      CorsRules: [Match.objectLike({ AllowedMethods: ['PUT'], ExposedHeaders: ['ETag'] })],
    },
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
      ]),
    },
  })
})

test('CloudFront of this account alone reads the content', () => {
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: {
            ArnLike: {
              'AWS:SourceArn': {
                'Fn::Join': ['', Match.arrayWith([{ Ref: 'AWS::AccountId' }, ':distribution/*'])],
              },
            },
          },
        }),
      ]),
    },
  })
})

test('MediaConvert gets its role from the ingest alone, and from nothing else', () => {
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 'iam:PassRole',
          Condition: { StringEquals: { 'iam:PassedToService': 'mediaconvert.amazonaws.com' } },
        }),
      ]),
    },
  })
})

test('the signing key’s public half goes to CloudFront and the private half to the secret', () => {
  template.hasResourceProperties('AWS::CloudFront::PublicKey', {
    PublicKeyConfig: { EncodedKey: { 'Fn::GetAtt': [Match.anyValue(), 'PublicKey'] } },
  })
  template.resourceCountIs('AWS::CloudFront::KeyGroup', 1)
})

test('one secret signs and one seals, each told by what it says of itself', () => {
  const secrets = Object.values(template.findResources('AWS::SecretsManager::Secret'))
  expect(secrets.map(({ Properties }) => Properties.Description).sort()).toEqual([
    expect.stringMatching(/signed cookies/),
    expect.stringMatching(/seals the addresses of videos/),
  ])
})

test('content teams get a policy for the ingest bucket, and for nothing else', () => {
  const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'))
  const statements: { Action: string[]; Resource: object }[] =
    policy?.Properties.PolicyDocument.Statement
  expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
    's3:AbortMultipartUpload',
    's3:DeleteObject',
    's3:GetBucketLocation',
    's3:GetObject',
    's3:GetObjectTagging',
    's3:ListBucket',
    's3:ListBucketMultipartUploads',
    's3:ListMultipartUploadParts',
    's3:PutObject',
  ])
  for (const { Resource } of statements) expect(JSON.stringify(Resource)).toContain('IngestBucket')
  template.hasOutput('ContentTeamPolicyArn', {})
  template.hasOutput('IngestBucket', {})
})
