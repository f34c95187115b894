import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { SiteConfig } from '#contract/platform/site-config'
import type { KindName } from '#load/scenarios/flow'
import type { LoadPeople } from '#load/scenarios/user/people'
import { findFreePorts, makeDataDir, removeDataDirs, startLectern } from '#test/support/lectern'
import { removeMade } from './accounts.ts'
import { leave, prepareDeployment } from './prepare-deployment.ts'
import { makeUploadedClip, prepareLocal } from './prepare-local.ts'
import { deploymentNewcomers, localNewcomers, type Newcomers } from './prepare-newcomers.ts'
import type { LoadCommand } from './read-options.ts'

/** What is loaded: prepared before, and left as it was found as far as that can be. */
export interface LoadedSite {
  readonly target: string
  readonly config: SiteConfig
  /** Who can be made there. @default all */
  readonly kinds?: readonly KindName[]
  readonly region?: string
  prepare(options: { learners: number; folder: string }): Promise<LoadPeople>
  /** People who are to sign in, in place of the others. */
  prepareNewcomers(newcomers: Newcomers): Promise<LoadPeople>
  close(people: LoadPeople | undefined): Promise<void>
}

const configOf = async (target: string): Promise<SiteConfig> => {
  const answer = await fetch(new URL('/config.json', target))
  const config = SiteConfig.safeParse(await answer.json().catch(() => undefined))
  if (config.success) return config.data
  throw new Error(`${target} is no Lectern: it has no config.json (${answer.status}).`)
}

export async function openLocal(
  data?: string,
): Promise<LoadedSite & { readonly processId: number }> {
  const dataDir = data ?? (await makeDataDir())
  const lectern = data
    ? undefined
    : await startLectern({
        port: await findFreePorts(),
        dataDir,
        args: ['--no-demo'],
        timeoutSeconds: 600,
      })
  const { webUrl, processId }: { webUrl: string; processId: number } = JSON.parse(
    readFileSync(join(dataDir, 'endpoints.json'), 'utf8'),
  )
  return {
    target: webUrl,
    processId,
    config: await configOf(webUrl),
    prepare: (options) => prepareLocal(dataDir, options),
    prepareNewcomers: (newcomers) => localNewcomers(dataDir, newcomers),
    close: async () => {
      await lectern?.stop()
      await removeDataDirs()
    },
  }
}

/** Who teach would leave courses that nobody can take away. */
const LEARNERS = ['browsing', 'watching', 'reading'] as const satisfies readonly KindName[]

/** @throws Error unless the deployment is named: a load costs money and time of those who use it */
export async function openDeployment(target: string, command: LoadCommand): Promise<LoadedSite> {
  const config = await configOf(target)
  const name = new URL(config.loginUrl).hostname.split('.')[0]?.replace(/-\d{12}$/, '') ?? ''
  if (command.yes !== name)
    throw new Error(
      `This would load the deployment ${name} with ${command.users} users, whom others there would feel. If it is meant, say --yes ${name}.`,
    )
  const [, region, userPoolId] =
    /^https:\/\/cognito-idp\.([a-z0-9-]+)\.amazonaws\.com\/([\w-]+)$/.exec(config.issuer) ?? []
  if (!region || !userPoolId)
    throw new Error(`${target} signs in at ${config.issuer}, which is no user pool of Cognito.`)
  const pool = { cognito: new CognitoIdentityProviderClient({ region }), userPoolId }
  return {
    target,
    config,
    kinds: LEARNERS,
    region,
    prepare: async ({ learners, folder }) => {
      makeUploadedClip(folder)
      return prepareDeployment(pool, { target, course: command.course ?? '', learners })
    },
    prepareNewcomers: (newcomers) => deploymentNewcomers(pool, region, newcomers),
    close: async (people) => {
      if (people) await leave(target, people)
      console.error(`Removed ${await removeMade(pool)} accounts.`)
    },
  }
}
