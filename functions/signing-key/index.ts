import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { z } from 'zod'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { environments } from '#contract/platform/environment'
import { SigningKeys } from '#contract/signing-keys'
import { serveCustomResource } from '#functions/custom-resource/serve'

const environment = environments['signing-key']().parse(process.env)
const client = new SecretsManagerClient(FOR_WORK)
const Properties = z.object({ Generation: z.coerce.string().regex(/^[1-9]\d*$/) })

/**
 * The custom resource that makes the site's signing key of one generation, once: the private half stays in
 * the secret beside those of other generations, the public half is the answer's `PublicKey`. Called again, it
 * answers the same key. Deleting the resource deletes its key.
 */
export const handler = serveCustomResource(
  environment.SIGNING_SECRET_ARN,
  async (properties) => {
    const privateKey = await keyOf(Properties.parse(properties).Generation)
    return {
      PublicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    }
  },
  async (properties) => forgetKey(Properties.parse(properties).Generation),
)

const keyOf = async (generation: string): Promise<string> => {
  const keys = await readKeys()
  const known = keys?.[generation]
  if (known) return known
  const privateKey = makeKey()
  await writeKeys({ ...keys, [generation]: privateKey })
  return privateKey
}

/** The secret may be gone already, where the whole stack is deleted. */
const forgetKey = async (generation: string): Promise<void> => {
  const { [generation]: forgotten, ...others } = (await readKeys()) ?? {}
  if (forgotten) await writeKeys(others)
}

const readKeys = async (): Promise<Record<string, string> | null> => {
  try {
    const { SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: environment.SIGNING_SECRET_ARN }),
    )
    const secret = SigningKeys.safeParse(JSON.parse(SecretString || '{}'))
    return secret.success ? secret.data.privateKeys : null
  } catch (error) {
    // A new secret has no value yet.
    if (error instanceof ResourceNotFoundException) return null
    throw error
  }
}

const writeKeys = async (privateKeys: Record<string, string>): Promise<void> => {
  await client.send(
    new PutSecretValueCommand({
      SecretId: environment.SIGNING_SECRET_ARN,
      SecretString: JSON.stringify({ privateKeys } satisfies SigningKeys),
    }),
  )
}

const makeKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey
