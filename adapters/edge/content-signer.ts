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

/** Signs with the generation's private key of the secret, which is read once for each execution environment. */
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

  return {
    sign: async (siteHost, prefix, expiresAt) => {
      reading ??= readKey().catch((error) => {
        reading = undefined
        throw error
      })
      const policy = JSON.stringify({
        Statement: [
          {
            Resource: resourceOf(siteHost, prefix),
            Condition: {
              DateLessThan: { 'AWS:EpochTime': Math.floor(expiresAt.getTime() / 1000) },
            },
          },
        ],
      })
      const cookies = getSignedCookies({
        keyPairId: options.keyPairId,
        privateKey: await reading,
        policy,
      })
      return Object.fromEntries(
        Object.entries(cookies).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, `${value}`]],
        ),
      )
    },
  }
}
