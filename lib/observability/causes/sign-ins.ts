import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'

/** As often as Cognito tells: https://docs.aws.amazon.com/cognito/latest/developerguide/tracking-quotas-and-usage-in-cloud-watch-and-service-quotas.html */
const PERIOD = Duration.minutes(5)

/**
 * Of the account, whatever pool: what Service Quotas counts against `UserAuthentication`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html
 */
export const signInsPerSecond = () =>
  new MathExpression({
    expression: 'calls / PERIOD(calls)',
    usingMetrics: {
      calls: new Metric({
        namespace: 'AWS/Usage',
        metricName: 'CallCount',
        statistic: 'Sum',
        period: PERIOD,
        dimensionsMap: {
          Service: 'Cognito user pool',
          Type: 'API',
          Resource: 'UserAuthentication',
        },
      }),
    },
    period: PERIOD,
    label: 'sign-ins a second',
  })

/** Of the site's people, who are told to try again. */
export const refusedSignIns = ({ userPoolId }: IUserPool, clientId: string) =>
  new MathExpression({
    expression: 'FILL(signIns, 0) + FILL(refreshes, 0)',
    usingMetrics: Object.fromEntries(
      Object.entries({ signIns: 'SignInThrottles', refreshes: 'TokenRefreshThrottles' }).map(
        ([id, metricName]) => [
          id,
          new Metric({
            namespace: 'AWS/Cognito',
            metricName,
            statistic: 'Sum',
            period: PERIOD,
            dimensionsMap: { UserPool: userPoolId, UserPoolClient: clientId },
          }),
        ],
      ),
    ),
    period: PERIOD,
    label: 'Sign-ins and refreshes that Cognito refused',
  })
