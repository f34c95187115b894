import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { z } from 'zod'
import { ensureAdmin } from '#adapters/identity/ensure-admin'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { environments } from '#contract/platform/environment'
import { serveCustomResource } from '#functions/custom-resource/serve'

const { USER_POOL_ID: userPoolId } = environments['first-admin']().parse(process.env)
const client = new CognitoIdentityProviderClient(FOR_WORK)
const Properties = z.object({ Email: z.email(), Name: z.string().min(1) })

/** The custom resource behind the setting `firstAdmin`. */
export const handler = serveCustomResource(`${userPoolId}/first-admin`, async (properties) => {
  const { Email: email, Name: name } = Properties.parse(properties)
  await ensureAdmin(client, { userPoolId, email, name })
  return {}
})
