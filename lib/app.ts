import { Aspects, Tags } from 'aws-cdk-lib'
import type { CloudAssembly } from 'aws-cdk-lib/cx-api'
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
import { ReportsStack } from './reports/reports-stack.ts'
import { Deployment, type DeploymentProps } from './settings/deployment.ts'

export interface LecternApp {
  readonly app: Deployment
  readonly account: AccountStack
  /** Null: the stage has no Valkey, for whose sake alone there is a network. */
  readonly network: NetworkStack | null
  readonly data: DataStack
  readonly identity: IdentityStack
  readonly media: MediaStack
  readonly api: ApiStack
  readonly edge: EdgeStack
  readonly reports: ReportsStack
  readonly observability: ObservabilityStack
}

/** Every stack of one deployment, in the order in which they are deployed. */
export function createApp(props: DeploymentProps): LecternApp {
  const app = new Deployment(props)
  const name = (part: string) => `${app.title}-${part}`

  const account = new AccountStack(app, 'Lectern-Account')
  const network =
    app.settings.valkey.form === 'none' ? null : new NetworkStack(app, name('Network'))
  const data = new DataStack(app, name('Data'))
  const identity = new IdentityStack(app, name('Identity'))
  const media = new MediaStack(app, name('Media'), { table: data.table })
  const reports = new ReportsStack(app, name('Reports'), {
    table: data.table,
    content: media.buckets.content,
  })
  const api = new ApiStack(app, name('Api'), {
    network,
    data,
    media,
    lake: reports.lake,
    userPool: identity.userPool,
  })
  api.addStackDependency(account)
  const edge = new EdgeStack(app, name('Edge'), { identity, media, api })
  const observability = new ObservabilityStack(app, name('Observability'), {
    identity,
    data,
    media,
    api,
    edge,
    reports,
  })
  Aspects.of(app).add(new NameByRegion())
  Aspects.of(app).add(new LogsForEveryFunction())
  for (const stack of app.node.children)
    if (stack !== account) Tags.of(stack).add('lectern:stage', app.stage)
  return { app, account, network, data, identity, media, api, edge, reports, observability }
}

/** Writes the cloud assembly. */
export const synthesize = (props: DeploymentProps): CloudAssembly => createApp(props).app.synth()
