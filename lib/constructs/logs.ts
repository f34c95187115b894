import { CfnResource, type IAspect, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type LogGroupProps } from 'aws-cdk-lib/aws-logs'
import type { Construct, IConstruct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'

/** Logs that end: each line after the stage's days, and all of them with their stack. */
export class Logs extends LogGroup {
  constructor(scope: Construct, id: string, props: Pick<LogGroupProps, 'logGroupName'> = {}) {
    super(scope, id, {
      removalPolicy: RemovalPolicy.DESTROY,
      retention: Deployment.of(scope).settings.logRetentionDays,
      ...props,
    })
  }
}

/**
 * Gives CDK's own helpers (they empty buckets, and deploy into them) logs that end. Without, Lambda makes a
 * group at the first call, keeps every line, and nobody deletes it.
 */
export class LogsForEveryFunction implements IAspect {
  visit(node: IConstruct): void {
    if (!(node instanceof CfnResource) || node.cfnResourceType !== 'AWS::Lambda::Function') return
    if (node instanceof CfnFunction && node.loggingConfig) return
    const stack = Stack.of(node)
    const { logGroupName } = new Logs(stack, `${stack.getLogicalId(node)}Logs`)
    node.addPropertyOverride('LoggingConfig.LogGroup', logGroupName)
  }
}
