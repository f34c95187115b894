import { createHash } from 'node:crypto'
import type { JsonObject } from './json.ts'
import { textAt } from './json.ts'

export const ACCOUNT = '000000000000'
export const REGION = 'us-east-1'

/** What CloudFormation would know a resource by, and what `Fn::GetAtt` would answer. */
export interface Identity {
  /** What `Ref` answers. */
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface Addresses {
  /** Host and port of the CloudFront stand-in. */
  readonly siteHost: string
  readonly valkeyHost: string
  readonly valkeyPort: number
}

/** The same resource has the same identity at every start. */
export function identify(
  stackName: string,
  logicalId: string,
  type: string,
  properties: JsonObject,
  addresses: Addresses,
): Identity {
  const make = identities[type]
  const name = physicalName(stackName, logicalId)
  const id = (length: number) => digest(`${stackName}/${logicalId}`).slice(0, length)
  if (make) return make({ name, id, properties, addresses })
  const generic = arn(type.split('::')[1]?.toLowerCase() ?? 'unknown', name)
  return { ref: name, attributes: { Arn: generic, Id: name, Name: name } }
}

interface Origin {
  readonly name: string
  readonly id: (length: number) => string
  readonly properties: JsonObject
  readonly addresses: Addresses
}

const arn = (service: string, rest: string, region = REGION, account = ACCOUNT) =>
  `arn:aws:${service}:${region}:${account}:${rest}`

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** `Lectern-dev-Media` + `IngestBucket4B7A1C2D` → `lectern-dev-media-ingest`, within 63 characters. */
export function physicalName(stackName: string, logicalId: string): string {
  const bare = logicalId.replace(/[0-9A-F]{8}$/, '').replace(/(?<=.)Bucket$/, '')
  const kebab = (text: string) =>
    text
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
  const name = `${kebab(stackName)}-${kebab(bare)}`.replace(/-+$/, '')
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${digest(name).slice(0, 8)}`
}

const cloudFrontPart = ({ name, id }: Origin): Identity => ({
  ref: `${id(8)}-local-${name}`.slice(0, 36),
  attributes: { Id: `${id(8)}-local-${name}`.slice(0, 36) },
})

const table = ({ name, properties }: Origin): Identity => {
  const tableName = textAt(properties, 'TableName') || name
  const tableArn = arn('dynamodb', `table/${tableName}`)
  return { ref: tableName, attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/local` } }
}

const identities: Record<string, (origin: Origin) => Identity> = {
  'AWS::S3::Bucket': ({ name, properties }) => {
    const bucket = textAt(properties, 'BucketName') || name
    return {
      ref: bucket,
      attributes: {
        Arn: `arn:aws:s3:::${bucket}`,
        DomainName: `${bucket}.s3.amazonaws.com`,
        RegionalDomainName: `${bucket}.s3.${REGION}.amazonaws.com`,
        DualStackDomainName: `${bucket}.s3.dualstack.${REGION}.amazonaws.com`,
      },
    }
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Lambda::Function': ({ name, properties }) => {
    const functionName = textAt(properties, 'FunctionName') || name
    return { ref: functionName, attributes: { Arn: arn('lambda', `function:${functionName}`) } }
  },
  'AWS::Lambda::Version': ({ properties }) => {
    const version = arn(
      'lambda',
      `function:${functionNameOf(textAt(properties, 'FunctionName'))}:1`,
    )
    return { ref: version, attributes: { Version: '1', FunctionArn: version } }
  },
  'AWS::Lambda::Alias': ({ properties }) => {
    const name = functionNameOf(textAt(properties, 'FunctionName'))
    const alias = arn('lambda', `function:${name}:${textAt(properties, 'Name')}`)
    return { ref: alias, attributes: { AliasArn: alias } }
  },
  'AWS::SQS::Queue': ({ name, properties }) => {
    const queue = textAt(properties, 'QueueName') || name
    const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${queue}`
    return { ref: url, attributes: { Arn: arn('sqs', queue), QueueName: queue, QueueUrl: url } }
  },
  'AWS::SNS::Topic': ({ name }) => ({
    ref: arn('sns', name),
    attributes: { TopicArn: arn('sns', name), TopicName: name },
  }),
  'AWS::SecretsManager::Secret': ({ name, properties }) => {
    const secret = arn('secretsmanager', `secret:${textAt(properties, 'Name') || name}`)
    return { ref: secret, attributes: { Id: secret } }
  },
  'AWS::KMS::Key': ({ id }) => ({ ref: id(32), attributes: { Arn: arn('kms', `key/${id(32)}`) } }),
  'AWS::IAM::Role': ({ name }) => ({
    ref: name,
    attributes: { Arn: arn('iam', `role/${name}`, ''), RoleId: name },
  }),
  'AWS::Logs::LogGroup': ({ name, properties }) => {
    const group = textAt(properties, 'LogGroupName') || name
    return { ref: group, attributes: { Arn: arn('logs', `log-group:${group}:*`) } }
  },
  'AWS::Cognito::UserPool': ({ id }) => {
    const pool = `${REGION}_${id(9)}`
    const provider = `cognito-idp.${REGION}.amazonaws.com/${pool}`
    return {
      ref: pool,
      attributes: {
        UserPoolId: pool,
        Arn: arn('cognito-idp', `userpool/${pool}`),
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
      },
    }
  },
  'AWS::Cognito::UserPoolClient': ({ id }) => ({ ref: id(26), attributes: { ClientId: id(26) } }),
  'AWS::Cognito::UserPoolDomain': ({ properties }) => ({
    ref: textAt(properties, 'Domain'),
    attributes: { CloudFrontDistribution: 'login.local' },
  }),
  'AWS::ApiGateway::RestApi': ({ id }) => ({
    ref: id(10),
    attributes: { RestApiId: id(10), RootResourceId: id(9) },
  }),
  'AWS::ApiGateway::Deployment': ({ id }) => ({ ref: id(6), attributes: { DeploymentId: id(6) } }),
  'AWS::ApiGateway::Stage': ({ properties }) => ({
    ref: textAt(properties, 'StageName'),
    attributes: {},
  }),
  'AWS::CloudFront::Distribution': ({ id, addresses }) => {
    const distribution = `E${id(13).toUpperCase()}`
    return { ref: distribution, attributes: { Id: distribution, DomainName: addresses.siteHost } }
  },
  'AWS::CloudFront::PublicKey': ({ id }) => {
    const key = `K${id(13).toUpperCase()}`
    return { ref: key, attributes: { Id: key } }
  },
  'AWS::CloudFront::Function': ({ name }) => {
    const fn = arn('cloudfront', `function/${name}`, '')
    return { ref: fn, attributes: { FunctionARN: fn, 'FunctionMetadata.FunctionARN': fn } }
  },
  'AWS::CloudFront::KeyGroup': cloudFrontPart,
  'AWS::CloudFront::CachePolicy': cloudFrontPart,
  'AWS::CloudFront::OriginRequestPolicy': cloudFrontPart,
  'AWS::CloudFront::ResponseHeadersPolicy': cloudFrontPart,
  'AWS::CloudFront::OriginAccessControl': cloudFrontPart,
  'AWS::ElastiCache::ServerlessCache': ({ name, addresses }) => ({
    ref: name,
    attributes: {
      ARN: arn('elasticache', `serverlesscache:${name}`),
      'Endpoint.Address': addresses.valkeyHost,
      'Endpoint.Port': String(addresses.valkeyPort),
      'ReaderEndpoint.Address': addresses.valkeyHost,
      'ReaderEndpoint.Port': String(addresses.valkeyPort),
    },
  }),
  'AWS::ElastiCache::ReplicationGroup': ({ name, addresses }) => ({
    ref: name,
    attributes: Object.fromEntries(
      ['PrimaryEndPoint', 'ReaderEndPoint', 'ConfigurationEndPoint'].flatMap((endpoint) => [
        [`${endpoint}.Address`, addresses.valkeyHost],
        [`${endpoint}.Port`, String(addresses.valkeyPort)],
      ]),
    ),
  }),
}

/** A function's name from its name, its ARN, or the ARN of a version or an alias. */
export function functionNameOf(reference: string): string {
  return reference.match(/function:([^:/]+)/)?.[1] ?? reference
}
