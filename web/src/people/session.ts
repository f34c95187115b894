import type { User, UserManager } from 'oidc-client-ts'
import type { SiteConfig } from '#contract/platform/site-config'
import { guardedStorage, KEPT_BELOW, keptPerson, onlySignIn } from './kept-person.ts'
import { type Claims, type Person, personOf } from './person.ts'
import { revokeToken } from './revoke-token.ts'
import { siteConfig } from './site-config.ts'

export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly person: Person }

let session: Session = { state: 'loading' }
let token: string | undefined
let expiresAt = 0
const listeners = new Set<() => void>()

export const getSession = () => session
/** The id of whoever is signed in here. */
export const personId = () => (session.state === 'signed-in' ? session.person.id : undefined)
export function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where this browser keeps the sign-in; known once somebody is signed in. */
let keptUnder = ''
let isSigningIn = false
let manager: Promise<{ users: UserManager; config: SiteConfig }> | undefined

/** The sign-in library is loaded only when somebody signs in or is signed in already. */
function openManager() {
  manager ??= (async () => {
    const [{ UserManager, WebStorageStateStore }, config] = await Promise.all([
      import('oidc-client-ts'),
      siteConfig(),
    ])
    const users = new UserManager({
      authority: config.issuer,
      client_id: config.clientId,
      redirect_uri: `${location.origin}/auth/callback`,
      response_type: 'code',
      scope: 'openid email profile',
      automaticSilentRenew: true,
      userStore: new WebStorageStateStore({
        store: guardedStorage(localStorage, () => isSigningIn),
      }),
    })
    keptUnder = `${KEPT_BELOW}${config.issuer}:${config.clientId}`
    users.events.addUserLoaded(adoptKept)
    users.events.addUserUnloaded(() => adopt(null))
    return { users, config }
  })().catch((error: unknown) => {
    manager = undefined
    throw error
  })
  return manager
}

const adopt = (user: User | null) => put(user?.id_token, user?.expires_at ?? 0, user?.profile)

function put(itsToken: string | undefined, until: number, claims: Claims | undefined) {
  token = itsToken
  expiresAt = until
  session =
    token && claims ? { state: 'signed-in', person: personOf(claims) } : { state: 'signed-out' }
  // What was made for visitors is shown again to who has left.
  if (!token) document.documentElement.removeAttribute('data-kept-person')
  for (const listener of listeners) listener()
}

/** What was renewed while another tab signed this person out is nobody's. */
function adoptKept(user: User | null) {
  if (!user || keptPerson(localStorage, keptUnder) === user.profile.sub) adopt(user)
  else followOtherTabs()
}

let restored: Promise<void> | undefined
/** A sign-in that lasts so long is taken up as it is kept, without the library; the server has the last word anyway. */
const LASTS_SECONDS = 120
const LIBRARY_AFTER_MS = 10_000
const renewedLater = (error: unknown) =>
  console.info('The sign-in will be renewed with the next call', error)

/** Takes up the session that this browser kept; resolves when it is known who is here. */
export function restoreSession(): Promise<void> {
  restored ??= (async () => {
    if (!Object.keys(localStorage).some((key) => key.startsWith(KEPT_BELOW))) return adopt(null)
    const kept = onlySignIn(localStorage)
    if (kept && kept.expiresAt - Date.now() / 1000 > LASTS_SECONDS) {
      keptUnder = kept.key
      put(kept.token, kept.expiresAt, kept.claims)
      // Renews the sign-in before it ends, which is a while from now.
      setTimeout(() => void openManager().catch(renewedLater), LIBRARY_AFTER_MS)
      return
    }
    try {
      const { users } = await openManager()
      const user = await users.getUser()
      if (!user?.expired) return adopt(user)
      // Out of reach for now: they are known all the same, and each call tries again.
      await renewToken().catch(() => adopt(user))
    } catch (error) {
      console.warn('The kept sign-in could not be restored', error)
      adopt(null)
    }
  })()
  return restored
}

/**
 * The identity token to send, renewed when it is about to end; none for a visitor. Rejects while a
 * renewal is out of reach.
 */
export async function currentToken(): Promise<string | undefined> {
  await restoreSession()
  followOtherTabs()
  if (token && expiresAt - Date.now() / 1000 < 30) return renewToken()
  return token
}

let renewing: Promise<string | undefined> | undefined
/** Signs out who is refused. A slow or lost connection signs nobody out: it rejects, for a later call to try again. */
export function renewToken(): Promise<string | undefined> {
  renewing ??= (async () => {
    try {
      const { users } = await openManager()
      const user = await users.getUser()
      adoptKept(user?.refresh_token ? await users.signinSilent() : null)
    } catch (error) {
      console.warn('The sign-in could not be renewed', error)
      if (!isRefusal(error)) throw error
      adopt(null)
    }
    return token
  })().finally(() => {
    renewing = undefined
  })
  return renewing
}

/** Whether the server answered, and does not know this sign-in any more. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'ErrorResponse' &&
  !('error' in error && ['temporarily_unavailable', 'server_error'].includes(String(error.error)))

/** Leaves for the managed login, to come back to `returnTo`. */
export async function signIn(returnTo = location.pathname + location.search): Promise<void> {
  const { users } = await openManager()
  sessionStorage.setItem(CAME_FROM, returnTo)
  await users.signinRedirect({ state: { returnTo } })
}
/** Outlasts the sign-in's own state, which is spent with its first answer. */
const CAME_FROM = 'lectern.came-from'

/**
 * Ends the round trip of `signIn`; answers where the person was. Who comes back to the login's page and
 * signs in there again brings an answer that was not asked for: they go on as whom this browser keeps.
 */
let finishing: Promise<string> | undefined
export function finishSignIn(): Promise<string> {
  finishing ??= takeAnswer().catch(async (error: unknown) => {
    await restoreSession()
    if (session.state !== 'signed-in') throw error
    console.info('This browser was signed in already', error)
    return pathWithin(sessionStorage.getItem(CAME_FROM))
  })
  return finishing
}

async function takeAnswer(): Promise<string> {
  const { users } = await openManager()
  isSigningIn = true
  const user = await users.signinCallback().finally(() => {
    isSigningIn = false
  })
  restored = Promise.resolve()
  adopt(user ?? null)
  const { returnTo } = (user?.state ?? {}) as { returnTo?: unknown }
  return pathWithin(returnTo)
}

/** An address of this site, and of no other: `//host` is one. */
const pathWithin = (returnTo: unknown): string =>
  typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) ? returnTo : '/'

export async function signOut(): Promise<void> {
  const { users, config } = await openManager()
  leftBehind = true
  const user = await users.getUser()
  adopt(null)
  await users.removeUser()
  void revokeToken(config, user?.refresh_token)
  const back = new URLSearchParams({
    client_id: config.clientId,
    logout_uri: `${location.origin}/`,
  })
  location.assign(`${config.loginUrl}/logout?${back}`)
}

/**
 * Whether what this page holds is of somebody who has left: nothing may be sent from it any more, until it
 * is loaded anew.
 */
export const isLeftBehind = () => leftBehind
let leftBehind = false

/**
 * All tabs of a browser are of one person. Looks whether another tab changed who it is: a page of somebody
 * else stops at once and begins anew, since what it holds (texts, answers, places) is theirs.
 */
function followOtherTabs(): void {
  const mine = personId()
  if (mine === undefined || leftBehind) return
  if (keptPerson(localStorage, keptUnder) === mine) return
  leftBehind = true
  adopt(null)
  location.reload()
}

/** Hears of other tabs, also after a page was put away, and takes up who signed in there. */
export function watchOtherTabs(): void {
  const takeUp = () => {
    if (session.state !== 'signed-out' || leftBehind) return
    restored = undefined
    void restoreSession()
  }
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && !key.startsWith(KEPT_BELOW)) return
    followOtherTabs()
    if (newValue) takeUp()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    if (leftBehind) location.reload()
    followOtherTabs()
    takeUp()
  })
}
