import { App, RemovalPolicy } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import cdk from '#cdk.json' with { type: 'json' }
import {
  type Settings,
  type StageSettings,
  type StageSettingsInput,
  settingsOf,
} from './settings.ts'

export interface DeploymentProps {
  readonly settings: Settings
  /** The folder with a folder for each bundled function; what they share lies beside it, in `layers`. */
  readonly functionsDist: string
  /** The built web client's folder. */
  readonly webDist: string
  /** Which of the settings' stages. @default the context's `stage`, else `dev` */
  readonly stage?: string
  /** What the capacity plan says where the stage's settings say nothing. @default a stage may name no users */
  readonly fill?: (stage: StageSettingsInput) => StageSettingsInput
  /** Where the cloud assembly goes. @default what the CDK command line asks for, else a temporary folder */
  readonly outdir?: string
}

/** One stage, deployed: the app of its stacks, and what every construct in them may ask, by `Deployment.of`. */
export class Deployment extends App {
  static override of(construct: IConstruct): Deployment {
    const { root } = construct.node
    if (root instanceof Deployment) return root
    throw new Error(`${construct.node.path} is in no deployment.`)
  }

  readonly stage: string
  readonly settings: StageSettings
  readonly functionsDist: string
  readonly webDist: string

  constructor(props: DeploymentProps) {
    // The CDK's command line reads these flags from cdk.json; every other way of synthesizing gets them here.
    super({ outdir: props.outdir, postCliContext: cdk.context })
    this.stage = props.stage ?? String(this.node.tryGetContext('stage') ?? 'dev')
    this.settings = settingsOf(props.settings, this.stage, props.fill)
    this.functionsDist = props.functionsDist
    this.webDist = props.webDist
  }

  /** Before the names of what operators see. Another stage may be in the account. */
  get title(): string {
    return `Lectern-${this.stage}`
  }

  /** Tells this deployment's jobs and events from another's in the same account and region. */
  get id(): string {
    return `lectern-${this.stage}`
  }

  /** Of all our metrics. */
  get metricsNamespace(): string {
    return `Lectern/${this.stage}`
  }

  /** What becomes of what people made when its stack is deleted. */
  get dataRemoval(): RemovalPolicy {
    return this.settings.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
  }
}
