import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { getSignedCookies } from '@aws-sdk/cloudfront-signer'
import { SigningKeys } from '#contract/signing-keys'
import type { ContentSigner } from '#core/courses/content-ports'

/**
 * The addresses that a prefix's cookies open, and no other: a `*` stands for any characters, slashes and the
 * query among them, so that one before the path would let `/content/<other>/x?/content/<course>/` in.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-setting-signed-cookie-custom-policy.html
 */
const resourceOf = (siteHost: string, prefix: string): string => `https://${siteHost}/${prefix}*`

/**
 * A signature takes 0.7 ms of the processor, and names nobody: host, prefix and end alone. So it ends with the next
 * five minutes, and whoever opens a prefix within them gets the same.
 */
const SHARED_SECONDS = 300
/** Of some 700 bytes each; the longest kept leaves first. */
const MOST_KEPT = 1_000

/**
 * Signs with the generation's private key of the secret, which is read once for each execution environment. What it
 * signs opens the prefix until the time that is asked for, and for less than five minutes more.
 */
export const createContentSigner = (options: {
  client: SecretsManagerClient
  secretArn: string
  /** The newest generation. */
  generation: string
  /** Its public key, as CloudFront names it. */
  keyPairId: string
}): ContentSigner => {
  let reading: Promise<string> | undefined
  const readKey = async () => {
    const { SecretString } = await options.client.send(
      new GetSecretValueCommand({ SecretId: options.secretArn }),
    )
    const key = SigningKeys.parse(JSON.parse(SecretString ?? '{}')).privateKeys[options.generation]
    if (!key) throw new Error(`The secret has no signing key of generation ${options.generation}.`)
    return key
  }

  const kept = new Map<string, Readonly<Record<string, string>>>()
  const keep = (policy: string, cookies: Readonly<Record<string, string>>) => {
    const oldest = kept.keys().next().value
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(policy, cookies)
    return cookies
  }

  return {
    sign: async (siteHost, prefix, expiresAt) => {
      const policy = policyOf(siteHost, prefix, expiresAt)
      const known = kept.get(policy)
      if (known) return known
      reading ??= readKey().catch((error) => {
        reading = undefined
        throw error
      })
      const cookies = getSignedCookies({
        keyPairId: options.keyPairId,
        privateKey: await reading,
        policy,
      })
      return keep(
        policy,
        Object.fromEntries(
          Object.entries(cookies).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, `${value}`]],
          ),
        ),
      )
    },
  }
}

const policyOf = (siteHost: string, prefix: string, expiresAt: Date): string => {
  const end = Math.ceil(expiresAt.getTime() / 1000 / SHARED_SECONDS) * SHARED_SECONDS
  return JSON.stringify({
    Statement: [
      {
        Resource: resourceOf(siteHost, prefix),
        Condition: { DateLessThan: { 'AWS:EpochTime': end } },
      },
    ],
  })
}
