import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { z } from 'zod'
import { environments } from '#contract/environment'
import { serveCustomResource } from '../custom-resource/serve.ts'

const environment = environments['signing-key'].parse(process.env)
const client = new SecretsManagerClient({})
const Secret = z.object({ privateKey: z.string() })

/**
 * The custom resource that makes the site's signing key, once: the private half stays in the secret,
 * the public half is the answer's `PublicKey`. Called again, it answers the same key; deleting the
 * resource leaves the secret to its own removal policy.
 */
export const handler = serveCustomResource(environment.SIGNING_SECRET_ARN, async () => {
  const privateKey = (await readKey()) ?? (await makeKey())
  return {
    PublicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
  }
})

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
