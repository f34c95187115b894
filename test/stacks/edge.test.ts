import { createHash } from 'node:crypto'
import { S3Client } from '@aws-sdk/client-s3'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { createUploadStore } from '#adapters/storage/upload-store'
import { targets } from '#lib/settings/targets'
import { testApp } from '#test/support/app'

const { app, edge, identity, media } = testApp()
app.synth()
const template = Template.fromStack(edge)

const KEPT = { Ref: Match.stringLikeRegexp('^SiteKept') }

const DOOR = {
  EventType: 'viewer-request',
  FunctionARN: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SiteDoorOf'), 'FunctionARN'] },
}

test('content needs a signature, the API is never cached, files stay a day at the edge', () => {
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultCacheBehavior: { FunctionAssociations: [{ EventType: 'viewer-request' }] },
      // The codes of an API's failures that CloudFront would keep for ten seconds.
      CustomErrorResponses: Match.arrayWith(
        [400, 403, 404, 405, 500, 501, 502, 503, 504].map((ErrorCode) => ({
          ErrorCode,
          ErrorCachingMinTTL: 0,
        })),
      ),
      CacheBehaviors: [
        Match.objectLike({ PathPattern: '/courses/*/*', CachePolicyId: KEPT }),
        ...['/courses/*', '/', '/index.html'].map((PathPattern) =>
          Match.objectLike({ PathPattern, TargetOriginId: Match.stringLikeRegexp('OriginGroup') }),
        ),
        Match.objectLike({
          PathPattern: '/content/*/fil_*/v*/*',
          TrustedKeyGroups: [Match.anyValue()],
          FunctionAssociations: [DOOR, Match.objectLike({ EventType: 'viewer-response' })],
        }),
        Match.objectLike({
          PathPattern: '/content/*/media/*/v*/*',
          TrustedKeyGroups: [Match.anyValue()],
          FunctionAssociations: [DOOR, Match.objectLike({ EventType: 'viewer-response' })],
        }),
        Match.objectLike({
          PathPattern: '/content/*',
          TrustedKeyGroups: [Match.anyValue()],
          FunctionAssociations: [DOOR],
        }),
        Match.objectLike({
          PathPattern: '/previews/*/fil_*/v*/*',
          TrustedKeyGroups: Match.absent(),
          FunctionAssociations: [DOOR, Match.objectLike({ EventType: 'viewer-response' })],
        }),
        Match.objectLike({
          PathPattern: '/previews/*/media/*/v*/*',
          TrustedKeyGroups: Match.absent(),
          FunctionAssociations: [DOOR, Match.objectLike({ EventType: 'viewer-response' })],
        }),
        Match.objectLike({
          PathPattern: '/previews/*',
          TrustedKeyGroups: Match.absent(),
          FunctionAssociations: [DOOR],
        }),
        Match.objectLike({
          PathPattern: '/api/*',
          // Managed policies: CachingDisabled and AllViewerExceptHostHeader.
          CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        }),
      ],
    },
  })
  template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
    CachePolicyConfig: { DefaultTTL: targets.edgeCacheSeconds },
  })
})

test('the door before content and previews has the secret of their seals by reference alone, and may read those keys', () => {
  const doors = Object.entries(template.findResources('AWS::CloudFront::Function'))
    .filter(([id]) => id.startsWith('SiteDoorOf'))
    .map(([, { Properties }]) => JSON.stringify(Properties.FunctionCode))
  expect(doors).toHaveLength(2)
  for (const code of doors) {
    expect(code).toMatch(/resolve:secretsmanager:.*SealSecret.*:SecretString/)
    expect(code.length).toBeLessThan(10_240)
  }
  const inMedia = Template.fromStack(media)
  const [secret] = Object.entries(inMedia.findResources('AWS::SecretsManager::Secret')).filter(
    ([id]) => id.startsWith('SealSecret'),
  )
  // Without it no published video plays.
  expect(secret?.[1].DeletionPolicy).toBe('Retain')
  const policies = JSON.stringify(inMedia.findResources('AWS::S3::BucketPolicy'))
  for (const keys of ['/content/*', '/previews/*']) expect(policies).toContain(keys)
  expect(policies).not.toContain('/pages/*')
})

test('pages may run no foreign script and be framed by nobody', () => {
  const [headers] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
  const policy = JSON.stringify(headers)
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe-eval')
})

test('the web client signs in by code, without a secret, and returns to the site alone', () => {
  template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    CallbackURLs: [Match.anyValue()],
    LogoutURLs: [Match.anyValue()],
  })
})

test('the site roles are groups of the user pool', () => {
  const groups = Template.fromStack(identity).findResources('AWS::Cognito::UserPoolGroup')
  expect(Object.values(groups).map(({ Properties }) => Properties.GroupName)).toEqual([
    'admin',
    'author',
  ])
})

test('the edge has a firewall of its own only where the settings say so', () => {
  template.resourceCountIs('AWS::WAFv2::WebACL', 0)
  const other = testApp({ edgeWebAcl: true })
  Template.fromStack(other.edge).hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
  })
})

test('the edge forgets what is published again or deleted, many at once, and S3 bills no event for it', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['lectern.media'],
      'detail-type': ['Playback Published', 'Asset Deleted'],
      detail: { deploymentId: ['lectern-test'] },
    },
    Targets: [
      Match.objectLike({
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 21_600 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    ],
  })
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    MaximumBatchingWindowInSeconds: 10,
    ScalingConfig: { MaximumConcurrency: 2 },
  })
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        {
          Effect: 'Allow',
          Action: 'cloudfront:CreateInvalidation',
          Resource: {
            'Fn::Join': [
              '',
              Match.arrayWith([{ Ref: Match.stringLikeRegexp('^SiteDistribution') }]),
            ],
          },
        },
      ]),
    },
  })
  const [content] = Object.values(
    Template.fromStack(media).findResources('AWS::S3::Bucket'),
  ).filter(({ Properties }) => JSON.stringify(Properties).includes('"content/"'))
  expect(content).toBeDefined()
  expect(content?.Properties.NotificationConfiguration).toBeUndefined()
})

test('a domain of one’s own has its certificate and TLS 1.2, and people return to it from sign-in', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/4f1c-22'
  const own = testApp({ domain: { name: 'learn.school.example', certificateArn } })
  const withDomain = Template.fromStack(own.edge)
  withDomain.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: ['learn.school.example'],
      ViewerCertificate: {
        AcmCertificateArn: certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    },
  })
  withDomain.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    CallbackURLs: ['https://learn.school.example/auth/callback'],
    LogoutURLs: ['https://learn.school.example/'],
  })
  withDomain.hasOutput('SiteUrl', { Value: 'https://learn.school.example' })
})

test.each(['us-east-1', 'eu-west-1', 'ap-southeast-1', 'cn-north-1'])(
  'pages may send parts to where presigned addresses lead, in %s',
  async (region) => {
    const client = new S3Client({
      region,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      requestChecksumCalculation: 'WHEN_REQUIRED',
    })
    const signed = await createUploadStore(client, 'ingest-bucket').signPart('a.mp4', 'u1', 1)
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
    const policy = policyParts()
      .map((part) =>
        typeof part === 'string'
          ? part
          : JSON.stringify(part)
              .replace('{"Ref":"AWS::Region"}', region)
              .replace('{"Ref":"AWS::URLSuffix"}', suffix)
              .replace(/^\{.*IngestBucket.*\}$/, 'ingest-bucket'),
      )
      .join('')
    const [, connectTo = ''] = policy.match(/connect-src ([^;]*)/) ?? []
    expect(connectTo.split(' ')).toContain(new URL(signed).origin)
  },
)

test('pages run scripts of files, and of their own those that were built, by their hashes', () => {
  const [, sources = ''] = /script-src ([^;]*);/.exec(String(policyParts()[0])) ?? []
  const hashOf = (script: string) =>
    `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  const built = ['look()', `begin('en')`, `begin('es')`]
  expect(sources.split(' ').sort()).toEqual([`'self'`, ...built.map(hashOf)].sort())
})

/** The site's content security policy, with references between its texts. */
function policyParts(): readonly unknown[] {
  const [headers] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
  const security = headers?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig
  return security.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1]
}

test('the edge keeps static files for a day, for a year what is never written again, and nothing by a header or cookie', () => {
  const policies = Object.values(template.findResources('AWS::CloudFront::CachePolicy')).map(
    ({ Properties: { CachePolicyConfig: config } }) => config,
  )
  const seconds = (days: number) => days * 86_400
  expect(policies.map(({ DefaultTTL, MaxTTL, MinTTL }) => [MinTTL, DefaultTTL, MaxTTL])).toEqual(
    expect.arrayContaining([
      [0, seconds(1), seconds(365)],
      [0, seconds(365), seconds(365)],
      // Public pages: as long as each says, a day at most.
      [0, 0, seconds(1)],
    ]),
  )
  expect(policies).toHaveLength(3)
  for (const { ParametersInCacheKeyAndForwardedToOrigin: key } of policies) {
    expect(key.HeadersConfig.HeaderBehavior).toBe('none')
    expect(key.CookiesConfig.CookieBehavior).toBe('none')
    expect(key.EnableAcceptEncodingBrotli && key.EnableAcceptEncodingGzip).toBe(true)
  }
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'))
  const { DefaultCacheBehavior, CacheBehaviors } = distribution?.Properties.DistributionConfig ?? {}
  for (const behaviour of [DefaultCacheBehavior, ...CacheBehaviors])
    expect(behaviour.Compress, behaviour.PathPattern).toBe(true)
})

test('browsers keep for good what has a hash in its name, ask anew for all else, and open tabs find theirs', () => {
  const deployments = Object.values(template.findResources('Custom::CDKBucketDeployment'))
  const cached = deployments.map(({ Properties: { Exclude, Include, Prune, SystemMetadata } }) => ({
    Exclude,
    Include,
    Prune,
    cacheControl: SystemMetadata['cache-control'],
  }))
  expect(cached).toEqual([
    {
      Exclude: ['*'],
      Include: ['assets/*'],
      Prune: false,
      cacheControl: 'max-age=31536000, immutable',
    },
    // Into the content bucket, for whoever makes pages.
    {
      Exclude: ['*'],
      Include: ['index.html', 'index.es.html'],
      Prune: false,
      cacheControl: 'no-cache',
    },
    { Exclude: ['assets/*'], Include: undefined, Prune: false, cacheControl: 'no-cache' },
  ])
})
