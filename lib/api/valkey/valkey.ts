import type { Construct } from 'constructs'
import type { Network } from '#lib/constructs/node-function'
import { Deployment } from '#lib/settings/deployment'
import { ServerlessValkey } from './serverless-valkey.ts'
import { ValkeyNodes } from './valkey-nodes.ts'

/** Where a stage has one. */
export type Valkey = ValkeyNodes | ServerlessValkey

/**
 * The stage's Valkey, in whichever form its settings ask for. It is in the stack of the functions that use it, so
 * that a change of form is one update: the new cache, then the functions, and the old one goes last.
 */
export function createValkey(scope: Construct, network: Network | null): Valkey | null {
  const { valkey } = Deployment.of(scope).settings
  if (!network) return null
  switch (valkey.form) {
    case 'none':
      return null
    case 'serverless':
      return new ServerlessValkey(scope, 'ServerlessValkey', { network, ...valkey })
    case 'nodes':
      return new ValkeyNodes(scope, 'ValkeyNodes', { network, ...valkey })
  }
}
