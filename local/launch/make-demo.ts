import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { S3Client } from '@aws-sdk/client-s3'
import type { Endpoints } from '#local/cloud/endpoints'
import { createApiClient } from '#local/demo/api-client'
import type { IngestOptions } from '#local/demo/ingest-clips'
import { clientSettings } from '#local/service/clients'

/**
 * Makes a part of the demo course as the demo's author. What goes wrong is said and does not stop the rest:
 * the next start goes on where this one ended.
 */
export async function makeDemo(
  endpoints: Endpoints,
  seed: (options: IngestOptions) => Promise<void>,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const s3 = new S3Client({ ...clientSettings(endpoints.s3Endpoint), forcePathStyle: true })
  try {
    const token = await signIn(endpoints)
    const api = createApiClient({ apiUrl: endpoints.apiUrl, token: async () => token })
    await seed({ api, s3, ingestBucket: endpoints.ingestBucket, say, signal })
  } catch (error) {
    if (signal.aborted) throw error
    say(`The demo course could not be made: ${error instanceof Error ? error.message : error}`)
  } finally {
    s3.destroy()
  }
}

async function signIn(endpoints: Endpoints): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(clientSettings(endpoints.cognitoEndpoint))
  const { username, password } = endpoints.accounts.author
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: endpoints.userPoolClientId,
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  )
  if (!AuthenticationResult?.IdToken) throw new Error(`${username} could not sign in.`)
  return AuthenticationResult.IdToken
}
