import type { BrowserContext } from 'playwright-core'

/** The identity token of whoever is signed in, from what their browser keeps. */
export function tokenIn({ origins }: Awaited<ReturnType<BrowserContext['storageState']>>): string {
  const kept = origins
    .flatMap(({ localStorage }) => localStorage)
    .find(({ name }) => name.startsWith('oidc.user:'))
  const user: { id_token?: unknown } = JSON.parse(kept?.value ?? '{}')
  if (typeof user.id_token !== 'string') throw new Error('Nobody is signed in there')
  return user.id_token
}
