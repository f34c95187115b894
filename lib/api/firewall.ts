import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import { ERROR_STATUS, type ErrorCode } from '#contract/http/error-status'
import type { ErrorBody } from '#contract/http/errors'
import type { StageSettings } from '#lib/settings/settings'
import { moreThan, withoutSecret, withoutToken, withToken } from './firewall-statements.ts'

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

export type FirewallProps = Pick<
  StageSettings['api'],
  'requestsPerAddress' | 'signedInPerAddress'
> &
  (
    | { readonly scope: 'CLOUDFRONT' }
    | { readonly scope: 'REGIONAL'; readonly secrets: readonly string[] }
  )

/**
 * Nothing but what the site's edge passes on, AWS's common rules, and limits on what one address may ask. It
 * cannot check a token: what bears one is only kept from being a flood, and who is known is counted by the
 * functions. Its answers have the shape of ours without a request's id, since a client may take nothing
 * that it says for a refusal of ours.
 */
export class Firewall extends CfnWebACL {
  constructor(scope: Construct, id: string, props: FirewallProps) {
    const { requestsPerAddress, signedInPerAddress } = props
    const rules: Rule[] = [
      ...(props.scope === 'REGIONAL'
        ? [{ name: 'edge-alone', statement: withoutSecret(props.secrets), ...refuse('forbidden') }]
        : []),
      {
        name: 'rate',
        statement: moreThan(requestsPerAddress, props.scope, withoutToken),
        ...refuse('too_many_requests'),
      },
      {
        name: 'flood',
        statement: moreThan(signedInPerAddress, props.scope, withToken),
        ...refuse('too_many_requests'),
      },
      {
        name: 'common',
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesCommonRuleSet',
            ruleActionOverrides: COUNTED.map((name) => ({ name, actionToUse: { count: {} } })),
          },
        },
      },
    ]
    super(scope, id, {
      scope: props.scope,
      defaultAction: { allow: {} },
      visibilityConfig: seen('firewall'),
      customResponseBodies: Object.fromEntries(
        Object.entries(SENTENCES).map(([code, content]) => [
          code,
          { contentType: 'APPLICATION_JSON', content: JSON.stringify(content) },
        ]),
      ),
      rules: rules.map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: seen(rule.name),
      })),
    })
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>

const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})

const SENTENCES = {
  forbidden: body('forbidden', 'Call the API by the site’s own address.'),
  too_many_requests: body(
    'too_many_requests',
    'Too many requests came from this address. Wait a minute, then try again.',
  ),
} satisfies Partial<Record<ErrorCode, ErrorBody>>

function body(code: ErrorCode, message: string): ErrorBody {
  return { error: { code, message, requestId: '' } }
}

/** A rate is looked at again within a minute. The type of the answer goes with its body. */
const refuse = (code: keyof typeof SENTENCES) => ({
  action: {
    block: {
      customResponse: {
        responseCode: ERROR_STATUS[code],
        customResponseBodyKey: code,
        responseHeaders: [
          { name: 'cache-control', value: 'no-store' },
          ...(code === 'too_many_requests' ? [{ name: 'retry-after', value: '60' }] : []),
        ],
      },
    },
  },
})
