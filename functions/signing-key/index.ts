import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { z } from 'zod'
import { environments } from '#contract/environment'

const environment = environments['signing-key'].parse(process.env)
const client = new SecretsManagerClient({})
const Secret = z.object({ privateKey: z.string() })

/**
 * The custom resource that makes the site's signing key, once: the private half stays in the secret,
 * the public half is the answer's `PublicKey`. Called again, it answers the same key; deleting the
 * resource leaves the secret to its own removal policy.
 */
export const handler = async (event: CloudFormationCustomResourceEvent): Promise<void> => {
  const answer = async (result: Record<string, unknown>) => {
    const response = await fetch(event.ResponseURL, {
      method: 'PUT',
      // The address is signed without a type, and some regions hold a request to that.
      headers: { 'content-type': '' },
      body: JSON.stringify({
        StackId: event.StackId,
        RequestId: event.RequestId,
        LogicalResourceId: event.LogicalResourceId,
        PhysicalResourceId: environment.SIGNING_SECRET_ARN,
        NoEcho: false,
        ...result,
      }),
    })
    if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`)
  }
  try {
    if (event.RequestType === 'Delete') return await answer({ Status: 'SUCCESS' })
    const privateKey = (await readKey()) ?? (await makeKey())
    const PublicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })
    await answer({ Status: 'SUCCESS', Data: { PublicKey } })
  } catch (error) {
    const Reason = error instanceof Error ? error.message : 'The signing key could not be made'
    await answer({ Status: 'FAILED', Reason })
  }
}

const readKey = async (): Promise<string | null> => {
  try {
    const { SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: environment.SIGNING_SECRET_ARN }),
    )
    const secret = Secret.safeParse(JSON.parse(SecretString || '{}'))
    return secret.success ? secret.data.privateKey : null
  } catch (error) {
    // A new secret has no value yet.
    if (error instanceof ResourceNotFoundException) return null
    throw error
  }
}

const makeKey = async (): Promise<string> => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  await client.send(
    new PutSecretValueCommand({
      SecretId: environment.SIGNING_SECRET_ARN,
      SecretString: JSON.stringify({ privateKey }),
    }),
  )
  return privateKey
}
