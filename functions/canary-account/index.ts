import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { ensureLearner, forgetLearner } from '#adapters/identity/ensure-learner'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { CanaryAccount } from '#contract/platform/canary'
import { environments } from '#contract/platform/environment'
import { serveCustomResource } from '#functions/custom-resource/serve'

const { USER_POOL_ID: userPoolId, ACCOUNT_SECRET_ARN } = environments['canary-account']().parse(
  process.env,
)
const identity = new CognitoIdentityProviderClient(FOR_WORK)
const secrets = new SecretsManagerClient(FOR_WORK)

/** The custom resource that makes the canary's account; deleting it deletes the account. */
export const handler = serveCustomResource(
  `${userPoolId}/canary`,
  async () => {
    await ensureLearner(identity, { userPoolId, name: 'Canary', ...(await account()) })
    return {}
  },
  async () => forgetLearner(identity, { userPoolId, ...(await account()) }),
)

const account = async (): Promise<CanaryAccount> => {
  const { SecretString = '{}' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: ACCOUNT_SECRET_ARN }),
  )
  return CanaryAccount.parse(JSON.parse(SecretString))
}
