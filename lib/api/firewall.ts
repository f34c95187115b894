import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

/**
 * Rules that would refuse what courses say: an article or captions on the web name scripts, paths and
 * addresses of their own machine, and are long. The contract's schemas limit every body, and what people
 * wrote is shown as text. https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
const COUNTED = [
  'SizeRestrictions_BODY',
  'SizeRestrictions_QUERYSTRING',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
]

/** AWS's common rules, and a limit on what one address may ask in five minutes. */
export class Firewall extends CfnWebACL {
  constructor(
    scope: Construct,
    id: string,
    props: { scope: 'REGIONAL' | 'CLOUDFRONT'; requestsPerAddress: number },
  ) {
    const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    })
    const { requestsPerAddress } = props
    super(scope, id, {
      scope: props.scope,
      defaultAction: { allow: {} },
      visibilityConfig: seen('firewall'),
      rules: [
        {
          name: 'common',
          priority: 0,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesCommonRuleSet',
              ruleActionOverrides: COUNTED.map((name) => ({ name, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: seen('common'),
        },
        {
          name: 'rate',
          priority: 1,
          action: { block: {} },
          statement: {
            rateBasedStatement:
              props.scope === 'CLOUDFRONT'
                ? { aggregateKeyType: 'IP', limit: requestsPerAddress }
                : {
                    // The stage sees CloudFront's own addresses; the person's comes in the header.
                    aggregateKeyType: 'FORWARDED_IP',
                    limit: requestsPerAddress,
                    forwardedIpConfig: {
                      headerName: 'X-Forwarded-For',
                      fallbackBehavior: 'NO_MATCH',
                    },
                  },
          },
          visibilityConfig: seen('rate'),
        },
      ],
    })
  }
}
