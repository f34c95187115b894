import { synthetics } from '@aws/synthetics-playwright'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { CanaryAccount, CanaryEnvironment } from '#contract/platform/canary'
import { visitAsLearner } from './visit-as-learner.ts'

const environment = CanaryEnvironment.parse(process.env)
const secrets = new SecretsManagerClient(FOR_WORK)

/** What CloudWatch Synthetics runs; a run fails with what is thrown. */
export const handler = async (): Promise<void> => {
  const { SecretString = '{}' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: environment.ACCOUNT_SECRET_ARN }),
  )
  const account = CanaryAccount.parse(JSON.parse(SecretString))
  try {
    const page = await synthetics.newPage(await synthetics.launch())
    const visit = { ...account, webUrl: environment.WEB_URL, course: environment.COURSE }
    await visitAsLearner(page, visit, (name, step) => synthetics.executeStep(name, step))
  } finally {
    await synthetics.close()
  }
}
