import { Alias } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionName } from '#contract/platform/environment'
import type { StageSettings } from '#lib/settings/settings'
import { NodeFunction, type NodeFunctionProps } from './node-function.ts'

export interface ApiFunctionProps<F extends FunctionName> extends NodeFunctionProps<F> {
  /** Kept warm and scaled by how busy they are. @default on demand alone */
  readonly provisioned?: StageSettings['provisioned']
}

/** A function that answers people: called by its alias `live`, kept warm where the settings say. */
export class ApiFunction<F extends FunctionName = FunctionName> extends NodeFunction<F> {
  readonly live: Alias
  /** Whether environments are kept warm for it. */
  readonly isProvisioned: boolean

  constructor(scope: Construct, id: string, props: ApiFunctionProps<F>) {
    super(scope, id, { memorySize: 1024, ...props })
    this.live = new Alias(this, 'Live', {
      aliasName: 'live',
      version: this.lambda.currentVersion,
    })
    this.isProvisioned = (props.provisioned?.min ?? 0) > 0
    if (!props.provisioned || !this.isProvisioned) return
    const { min, max, utilisationPercent } = props.provisioned
    this.live
      .addAutoScaling({ minCapacity: min, maxCapacity: max })
      .scaleOnUtilization({ utilizationTarget: utilisationPercent / 100 })
  }
}
