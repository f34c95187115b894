import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { publicPaths } from './public-paths.ts'

type Statement = CfnWebACL.StatementProperty

const unchanged = [{ priority: 0, type: 'NONE' }]

const not = (statement: Statement): Statement => ({ notStatement: { statement } })

const any = (statements: readonly Statement[]): Statement => {
  const [first, ...others] = statements
  return first && others.length === 0 ? first : { orStatement: { statements: [...statements] } }
}

const all = (statements: readonly Statement[]): Statement => ({
  andStatement: { statements: [...statements] },
})

/** Whatever does not carry one of the edge's secrets. */
export const withoutSecret = (taken: readonly string[]): Statement =>
  not(
    any(
      taken.map((searchString) => ({
        byteMatchStatement: {
          searchString,
          fieldToMatch: { singleHeader: { Name: EDGE_HEADERS.secret } },
          positionalConstraint: 'EXACTLY',
          textTransformations: unchanged,
        },
      })),
    ),
  )

/** A call of a route that checks a token, with something in the token's place. */
export const withToken: Statement = all([
  {
    sizeConstraintStatement: {
      fieldToMatch: { singleHeader: { Name: 'authorization' } },
      comparisonOperator: 'GT',
      size: 0,
      textTransformations: unchanged,
    },
  },
  not({
    regexMatchStatement: {
      fieldToMatch: { uriPath: {} },
      regexString: publicPaths(),
      textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
    },
  }),
])

export const withoutToken = not(withToken)

/** The whole API, at the edge, which serves other things too. */
export const ofApi: Statement = {
  byteMatchStatement: {
    searchString: '/api/',
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    textTransformations: unchanged,
  },
}

/**
 * More than so many of these requests in five minutes, by viewer. The stage sees CloudFront's addresses, so
 * that there the edge's header tells the viewer's.
 */
export const moreThan = (
  limit: number,
  scope: 'REGIONAL' | 'CLOUDFRONT',
  counted: Statement,
): Statement => ({
  rateBasedStatement:
    scope === 'CLOUDFRONT'
      ? { aggregateKeyType: 'IP', limit, scopeDownStatement: all([ofApi, counted]) }
      : {
          aggregateKeyType: 'CUSTOM_KEYS',
          customKeys: [{ header: { name: EDGE_HEADERS.viewer, textTransformations: unchanged } }],
          limit,
          scopeDownStatement: counted,
        },
})
