import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

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
              // Articles are up to 50,000 characters; the contract's schemas limit every body.
              ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
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
