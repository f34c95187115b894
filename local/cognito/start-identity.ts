import type { Cloud } from '#local/assembly/cloud'
import { textAt } from '#local/assembly/json'
import { accounts } from './demo-accounts.ts'
import { type Cognito, startCognito } from './server.ts'

const people = {
  admin: { ...accounts.admin, name: 'Ada Admin', groups: ['admin'] },
  author: { ...accounts.author, name: 'Amal Author', groups: ['author'] },
  learner: { ...accounts.learner, name: 'Lin Learner', groups: [] },
}

/** The stacks' user pool with its web client, and the demo's people in it. */
export async function startIdentity(options: {
  cloud: Cloud
  port: number
  dataDir: string
  siteUrl: string
}): Promise<Cognito> {
  const { cloud, port, dataDir, siteUrl } = options
  const [pool] = cloud.ofType('AWS::Cognito::UserPool')
  const [client] = cloud.ofType('AWS::Cognito::UserPoolClient')
  if (!pool || !client) throw new Error('The stacks have no user pool with a client to sign in to.')
  const cognito = await startCognito({
    port,
    dataDir,
    siteUrl,
    userPoolId: pool.ref,
    clientId: client.ref,
    groups: cloud
      .ofType('AWS::Cognito::UserPoolGroup')
      .map(({ properties }) => textAt(properties, 'GroupName')),
    accounts,
  })
  for (const person of Object.values(people)) await cognito.ensureUser(person)
  return cognito
}
