import { whenAsked } from '#adapters/platform/when-asked'
import type { Accounts } from '#core/people/ports'

/** Who looks at a team asks for nobody's account. */
export function accountsWhenAsked(userPoolId: string): Accounts {
  const accounts = whenAsked(async () => (await import('./accounts.ts')).openAccounts(userPoolId))
  return {
    byAddress: async (email) => (await accounts()).byAddress(email),
    byId: async (userId) => (await accounts()).byId(userId),
  }
}
