import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { createAccounts } from '#adapters/identity/accounts'
import { FOR_PEOPLE } from '#adapters/platform/client-settings'

export const openAccounts = (userPoolId: string) =>
  createAccounts(new CognitoIdentityProviderClient(FOR_PEOPLE), userPoolId)
