import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { AccountQuota } from '#core/bursts/ports'

/**
 * Lambda keeps these for functions that reserve nothing:
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 */
const KEPT_FREE = 100

/** What of the account’s concurrency nothing else has reserved. */
export const createAccountQuota = (client: LambdaClient): AccountQuota => ({
  warmAtMost: async () => {
    const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}))
    return Math.max(0, (AccountLimit?.UnreservedConcurrentExecutions ?? 0) - KEPT_FREE)
  },
})
