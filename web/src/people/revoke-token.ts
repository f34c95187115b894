import type { SiteConfig } from '#contract/platform/site-config'

/**
 * Has Cognito forget a sign-in for good, wherever its refresh token was copied to:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html. It outlives this page, and its
 * answer is of no use to anybody: whoever signs out is signed out here, whatever comes of it.
 */
export async function revokeToken(
  { loginUrl, clientId }: Pick<SiteConfig, 'loginUrl' | 'clientId'>,
  refreshToken: string | undefined,
): Promise<void> {
  if (!refreshToken) return
  await fetch(`${loginUrl}/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, client_id: clientId }),
    keepalive: true,
    mode: 'no-cors',
  }).catch((error: unknown) => console.warn('The sign-in could not be revoked', error))
}
