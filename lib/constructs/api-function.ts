import { RemovalPolicy } from 'aws-cdk-lib'
import { Alias } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionName } from '#contract/platform/environment'
import type { Capacity } from '#lib/settings/capacity'
import { NodeFunction, type NodeFunctionProps } from './node-function.ts'
import { WarmEnvironments } from './warm-environments.ts'

export interface ApiFunctionProps<F extends FunctionName> extends NodeFunctionProps<F> {
  /** Kept warm and scaled by how busy they are. @default on demand alone */
  readonly provisioned?: Capacity
}

/** A function that answers people: called by its alias `live`, kept warm where the settings say. */
export class ApiFunction<F extends FunctionName = FunctionName> extends NodeFunction<F> {
  readonly live: Alias
  /** Those kept for it, at least at times; null: none. */
  readonly warm: WarmEnvironments | null

  constructor(scope: Construct, id: string, props: ApiFunctionProps<F>) {
    super(scope, id, { memorySize: 1024, ...props })
    const version = this.lambda.currentVersion
    this.live = new Alias(this, 'Live', { aliasName: 'live', version })
    const { provisioned: capacity } = props
    const floors = capacity ? [capacity, ...capacity.schedule].map(({ min }) => min) : []
    this.warm =
      capacity && floors.some((min) => min > 0)
        ? new WarmEnvironments(this.live, 'AliasScaling', { alias: this.live, capacity })
        : null
    // CloudFormation would delete it at the end of a release, while it may still answer until the next one is warm.
    if (this.warm) version.applyRemovalPolicy(RemovalPolicy.RETAIN)
  }
}
