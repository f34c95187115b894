import { arn, type Identify } from '#local/assembly/identifiers'

const RIGHTS = 'Nothing on this machine checks who may call what.'
const NETWORK = 'Everything is on this machine; there is no network between the services.'
const METRICS = 'Metrics are kept by the day, and nobody is woken; the logs are files.'
const CANARY = 'Whoever looks at the site on this machine sees whether it plays.'
const MAIL = 'Nobody is mailed; the site shows the same.'

interface Ignored {
  readonly because: string
  /** What `Ref` and `Fn::GetAtt` answer, where others mind how it is written. @default its name */
  readonly identify?: Identify
}

/** The resource types that the local cloud does without, and why. */
export const ignored: Readonly<Record<string, Ignored>> = {
  'AWS::ApiGateway::Account': {
    because: 'It lets the gateway write its access log, and here it writes none.',
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    because:
      'So many environments are warm as the least of the target says at the hour; more start when they are needed.',
  },
  'AWS::CloudFront::OriginAccessControl': { because: 'The edge reads the buckets themselves.' },
  'AWS::CloudWatch::Alarm': { because: METRICS },
  'AWS::CloudWatch::CompositeAlarm': { because: METRICS },
  'AWS::CloudWatch::Dashboard': { because: METRICS },
  'AWS::Cognito::ManagedLoginBranding': {
    because: 'The page to sign in is a plain one of its own.',
  },
  'AWS::EC2::FlowLog': { because: NETWORK },
  'AWS::EC2::RouteTable': { because: NETWORK },
  'AWS::EC2::SecurityGroup': { because: NETWORK },
  'AWS::EC2::SecurityGroupIngress': { because: NETWORK },
  'AWS::EC2::Subnet': { because: NETWORK },
  'AWS::EC2::SubnetRouteTableAssociation': { because: NETWORK },
  'AWS::EC2::VPC': { because: NETWORK },
  'AWS::EC2::VPCEndpoint': { because: NETWORK },
  'AWS::ElastiCache::SubnetGroup': { because: NETWORK },
  'AWS::IAM::ManagedPolicy': { because: RIGHTS },
  'AWS::IAM::Policy': { because: RIGHTS },
  'AWS::IAM::Role': {
    because: RIGHTS,
    identify: ({ name }) => ({
      ref: name,
      attributes: { Arn: arn('iam', `role/${name}`, ''), RoleId: name },
    }),
  },
  'AWS::Lambda::Permission': { because: RIGHTS },
  'AWS::Logs::LogGroup': { because: METRICS },
  'AWS::Logs::LogStream': { because: METRICS },
  'AWS::Logs::MetricFilter': {
    because: 'The gateway counts how long its answers take as the filter of its log would.',
  },
  'AWS::S3::BucketPolicy': { because: RIGHTS },
  'AWS::SNS::Subscription': { because: MAIL },
  'AWS::SNS::Topic': {
    because: MAIL,
    identify: ({ name }) => ({
      ref: arn('sns', name),
      attributes: { TopicArn: arn('sns', name), TopicName: name },
    }),
  },
  'AWS::SNS::TopicPolicy': { because: RIGHTS },
  'AWS::SQS::QueuePolicy': { because: RIGHTS },
  'AWS::Synthetics::Canary': {
    because: CANARY,
    identify: ({ name }) => ({ ref: name, attributes: { Id: name } }),
  },
  'Custom::LecternCanaryAccount': { because: CANARY },
  'Custom::S3AutoDeleteObjects': {
    because: 'It empties the buckets of a deleted stack; here --fresh does.',
  },
}
