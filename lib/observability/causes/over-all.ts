import type { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'

/** The sum or the worst of several metrics; two expressions in one graph may not share a name. */
export function overAll(
  by: '+' | 'MAX',
  as: string,
  metrics: readonly IMetric[],
  period: Duration,
  label: string,
): MathExpression {
  const named = metrics.map((metric, at): [string, IMetric] => [`${as}${at}`, metric])
  const names = named.map(([name]) => name)
  return new MathExpression({
    expression:
      by === '+'
        ? names.map((name) => `FILL(${name}, 0)`).join(' + ')
        : `MAX([${names.join(', ')}])`,
    usingMetrics: Object.fromEntries(named),
    period,
    label,
  })
}
