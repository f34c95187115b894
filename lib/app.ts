import { App, Aspects, Tags } from 'aws-cdk-lib'
import type { CloudAssembly } from 'aws-cdk-lib/cx-api'
import cdk from '#cdk.json' with { type: 'json' }
import { AccountStack } from './account/account-stack.ts'
import { ApiStack } from './api/api-stack.ts'
import { LogsForEveryFunction } from './constructs/logs.ts'
import { NameByRegion } from './constructs/name-by-region.ts'
import { DataStack } from './data/data-stack.ts'
import { EdgeStack } from './edge/edge-stack.ts'
import { IdentityStack } from './identity/identity-stack.ts'
import { MediaStack } from './media/media-stack.ts'
import { NetworkStack } from './network/network-stack.ts'
import { ObservabilityStack } from './observability/observability-stack.ts'
import { type Settings, settingsOf } from './settings/settings.ts'

export interface AppProps {
  readonly settings: Settings
  /** The folder with a folder for each bundled function. */
  readonly functionsDist: string
  /** The built web client's folder. */
  readonly webDist: string
  /** Which of the settings' stages. @default the context's `stage`, else `dev` */
  readonly stage?: string
  /** Where the cloud assembly goes. @default what the CDK command line asks for, else a temporary folder */
  readonly outdir?: string
}

export interface LecternApp {
  readonly app: App
  readonly account: AccountStack
  readonly network: NetworkStack
  readonly data: DataStack
  readonly identity: IdentityStack
  readonly media: MediaStack
  readonly api: ApiStack
  readonly edge: EdgeStack
  readonly observability: ObservabilityStack
}

/** Every stack of one deployment, in the order in which they are deployed. */
export function createApp(props: AppProps): LecternApp {
  // The CDK's command line reads these flags from cdk.json; every other way of synthesizing gets them here.
  const app = new App({ outdir: props.outdir, postCliContext: cdk.context })
  const stage = props.stage ?? String(app.node.tryGetContext('stage') ?? 'dev')
  const settings = settingsOf(props.settings, stage)
  const { functionsDist, webDist } = props
  const name = (part: string) => `Lectern-${stage}-${part}`

  const account = new AccountStack(app, 'Lectern-Account')
  const network = new NetworkStack(app, name('Network'), { settings })
  const data = new DataStack(app, name('Data'), { settings, network, functionsDist })
  const identity = new IdentityStack(app, name('Identity'), { settings, stage, functionsDist })
  const media = new MediaStack(app, name('Media'), {
    settings,
    stage,
    functionsDist,
    table: data.table,
  })
  const api = new ApiStack(app, name('Api'), {
    settings,
    stage,
    functionsDist,
    network,
    data,
    media,
    userPool: identity.userPool,
  })
  api.addStackDependency(account)
  const edge = new EdgeStack(app, name('Edge'), {
    settings,
    identity,
    media,
    api,
    functionsDist,
    webDist,
  })
  const observability = new ObservabilityStack(app, name('Observability'), {
    settings,
    stage,
    data,
    media,
    api,
    edge,
  })
  Aspects.of(app).add(new NameByRegion())
  Aspects.of(app).add(new LogsForEveryFunction(settings.logRetentionDays))
  for (const stack of app.node.children)
    if (stack !== account) Tags.of(stack).add('lectern:stage', stage)
  return { app, account, network, data, identity, media, api, edge, observability }
}

/** Writes the cloud assembly. */
export const synthesize = (props: AppProps): CloudAssembly => createApp(props).app.synth()
