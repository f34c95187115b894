/** What AWS gives an account at first, by region. What cannot be raised says so. */
export interface Quota {
  readonly name: string
  readonly amount: (region: string) => number
  readonly unit: string
  readonly page: string
  /** In Service Quotas, `service/quota`; null: a support case asks for it. */
  readonly code: string | null
}

const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'
const GATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html'

/** Regions whose gateway begins with a quarter, by that page. */
const QUARTER =
  /^(af-south-1|eu-south-[12]|ap-southeast-[3457]|me-central-1|ap-south-2|eu-central-2|il-central-1|ca-west-1|mx-central-1)$/

export const quotas = {
  environments: {
    name: 'Lambda: concurrent executions',
    amount: () => 1_000,
    unit: 'environments',
    page: LAMBDA,
    code: 'lambda/L-B99A9384',
  },
  gatewayRate: {
    name: 'API Gateway: throttle rate',
    amount: (region: string) => (QUARTER.test(region) ? 2_500 : 10_000),
    unit: 'requests a second',
    page: GATEWAY,
    code: 'apigateway/L-8A5B8E43',
  },
  tableReads: {
    name: 'DynamoDB: read units of an on-demand table',
    amount: () => 40_000,
    unit: 'units a second',
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
    code: 'dynamodb/L-CF0CBE56',
  },
  tableWrites: {
    name: 'DynamoDB: write units of an on-demand table',
    amount: () => 40_000,
    unit: 'units a second',
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
    code: 'dynamodb/L-AB614373',
  },
  /**
   * Of all pools of an account in a region. A password is one of these; what answers a challenge after it has three times
   * as many of its own. Who sign in by a school's own identity provider are counted under UserFederation, of which there
   * are 25 a second.
   */
  signIns: {
    name: 'Cognito: UserAuthentication',
    amount: () => 120,
    unit: 'requests a second',
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
    code: 'cognito-idp/L-026ADBA3',
  },
  edgeRate: {
    name: 'CloudFront: requests of a distribution',
    amount: () => 250_000,
    unit: 'requests a second',
    page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    code: null,
  },
  edgeGbit: {
    name: 'CloudFront: data of a distribution',
    amount: () => 150,
    unit: 'Gbit/s',
    page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    code: null,
  },
  events: {
    name: 'EventBridge: invocations',
    amount: (region: string) =>
      ({ 'us-east-1': 18_750, 'us-west-2': 18_750, 'us-east-2': 4_500, 'eu-central-1': 4_500 })[
        region
      ] ?? 750,
    unit: 'a second',
    page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
    code: 'events/L-5540C5E3',
  },
  /**
   * By region 20 to 200, the latter in us-east-1 as is heard; elsewhere the least is taken. More jobs wait, and nothing
   * is lost.
   */
  encodes: {
    name: 'MediaConvert: jobs of the default queue at a time',
    amount: (region: string) => (region === 'us-east-1' ? 200 : 20),
    unit: 'jobs',
    page: 'https://docs.aws.amazon.com/general/latest/gr/mediaconvert.html',
    code: 'mediaconvert/L-032C4FB4',
  },
} as const satisfies Record<string, Quota>

/** A bucket that goes with the rate, by AWS’s own measure: nobody may ask for more of it alone. */
export const mostBurst = (region: string): number => quotas.gatewayRate.amount(region) / 2

export type QuotaName = keyof typeof quotas
