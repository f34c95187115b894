// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is CloudFormation's own syntax
import { describe, expect, it } from 'vitest'
import { createCloud } from '#local/assembly/cloud'
import type { Stack } from '#local/assembly/load'
import { createResolver } from '#local/assembly/resolve'
import { identities } from '#local/cloud/open-cloud'
import { portsFrom } from '#local/http/ports'

const data: Stack = {
  name: 'Lectern-dev-Data',
  template: {
    Parameters: { Stage: { Type: 'String', Default: 'dev' } },
    Conditions: {
      IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
      IsProd: { 'Fn::Not': [{ Condition: 'IsDev' }] },
    },
    Mappings: { Sizes: { dev: { node: 'small' } } },
    Resources: {
      IngestBucketAB12CD34: { Type: 'AWS::S3::Bucket', Properties: {} },
      ProdOnly: { Type: 'AWS::S3::Bucket', Condition: 'IsProd' },
      Key: { Type: 'Custom::SigningKey', Properties: { ServiceToken: 'arn' } },
      PublicKey: {
        Type: 'AWS::CloudFront::PublicKey',
        Properties: { EncodedKey: { 'Fn::GetAtt': ['Key', 'PublicKey'] } },
      },
    },
    Outputs: {
      Ingest: { Value: { Ref: 'IngestBucketAB12CD34' }, Export: { Name: 'data:Ingest' } },
    },
  },
}
const media: Stack = { name: 'Lectern-dev-Media', template: { Resources: {} } }

const resolver = createResolver([data, media], {
  ref: (_, logicalId) => `<${logicalId}>`,
  attribute: (_, logicalId, name) => `<${logicalId}.${name}>`,
})

describe('resolving a template', () => {
  it.each([
    ['Ref to a resource', { Ref: 'Key' }, '<Key>'],
    ['Ref to a parameter', { Ref: 'Stage' }, 'dev'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Key', 'A.B'] }, '<Key.A.B>'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Key.Arn' }, '<Key.Arn>'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 3]] }, 'a-dev-3'],
    ['Sub', { 'Fn::Sub': '${Stage}/${Key.Arn}/${!Literal}' }, 'dev/<Key.Arn>/${Literal}'],
    ['Sub with variables', { 'Fn::Sub': ['${x}!', { x: { Ref: 'Stage' } }] }, 'dev!'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['If', { 'Fn::If': ['IsProd', 'yes', { Ref: 'Stage' }] }, 'dev'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'node'] }, 'small'],
    ['NoValue in a list', ['a', { Ref: 'AWS::NoValue' }], ['a']],
    ['NoValue at a key', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    [
      'a policy with a Condition object',
      { Condition: { Bool: { x: 1 } } },
      { Condition: { Bool: { x: 1 } } },
    ],
  ])('understands %s', (_, value, expected) => {
    expect(resolver.resolve(data, value)).toEqual(expected)
  })

  it('imports what another stack exports', () => {
    expect(resolver.resolve(media, { 'Fn::ImportValue': 'data:Ingest' })).toBe(
      '<IngestBucketAB12CD34>',
    )
  })

  it('names an export that nobody makes', () => {
    expect(() => resolver.resolve(media, { 'Fn::ImportValue': 'data:None' })).toThrow('data:None')
  })

  it('names an intrinsic that it does not know', () => {
    expect(() => resolver.resolve(media, { 'Fn::Cidr': [] })).toThrow('Fn::Cidr')
  })
})

describe('the cloud made of templates', () => {
  const cloud = createCloud(
    { stacks: [data, media], assets: new Map() },
    { ports: portsFrom(4200), identities },
  )

  it('names a bucket after its stack and its id, and leaves out what a condition excludes', () => {
    expect(cloud.ofType('AWS::S3::Bucket').map((bucket) => bucket.ref)).toEqual([
      'lectern-dev-data-ingest',
    ])
  })

  it('gives a resource what a custom resource answered', () => {
    const [key] = cloud.ofType('Custom::SigningKey')
    const [publicKey] = cloud.ofType('AWS::CloudFront::PublicKey')
    if (!key || !publicKey) throw new Error('The template has both.')
    cloud.answer(key, 'key-1', { PublicKey: 'PEM' })
    expect(publicKey.properties.EncodedKey).toBe('PEM')
  })
})
