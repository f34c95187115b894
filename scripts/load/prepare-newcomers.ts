import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { LoadPeople } from '#load/scenarios/user/people'
import type { Endpoints } from '#local/cloud/endpoints'
import { makeAccounts, makeClient, type Pool } from './accounts.ts'
import { makeUploadedClip } from './prepare-local.ts'

export interface Newcomers {
  readonly count: number
  readonly folder: string
}

/** People with accounts, who sign in while the load runs. */
async function newcomersOf(
  pool: Pool,
  { count, folder }: Newcomers,
  at: { readonly clientId: string; readonly signInUrl: string },
): Promise<LoadPeople> {
  // Every load takes it along.
  makeUploadedClip(folder)
  const made = await makeAccounts(pool, count)
  return {
    learners: [],
    teachers: [],
    contentTeam: [],
    newcomers: made.map((account) => ({ ...account, ...at })),
  }
}

/** The local site's own client lets people in by password, and its gateway takes no other's tokens. */
export function localNewcomers(dataDir: string, newcomers: Newcomers): Promise<LoadPeople> {
  const { cognitoEndpoint, region, accessKeyId, secretAccessKey, userPoolId, userPoolClientId } =
    JSON.parse(readFileSync(join(dataDir, 'endpoints.json'), 'utf8')) as Endpoints
  const cognito = new CognitoIdentityProviderClient({
    endpoint: cognitoEndpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
  })
  const at = { clientId: userPoolClientId, signInUrl: new URL('/', cognitoEndpoint).href }
  return newcomersOf({ cognito, userPoolId }, newcomers, at)
}

export const deploymentNewcomers = async (
  pool: Pool,
  region: string,
  newcomers: Newcomers,
): Promise<LoadPeople> =>
  newcomersOf(pool, newcomers, {
    clientId: await makeClient(pool),
    signInUrl: `https://cognito-idp.${region}.amazonaws.com/`,
  })
