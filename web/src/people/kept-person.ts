import type { AsyncStorage } from 'oidc-client-ts'
import type { Claims } from './person.ts'

/** The sign-in library keeps who is signed in under `oidc.user:<issuer>:<client>`, for all tabs. */
export const KEPT_BELOW = 'oidc.user:'

/** The id of the person whose sign-in is kept under `key`. */
export const keptPerson = (storage: Storage, key: string): string | undefined =>
  subjectOf(storage.getItem(key))

/**
 * The browser's storage for the sign-in library. A renewal that was under way while another tab signed out,
 * or somebody else in, does not bring back whom it renewed: only a sign-in of this tab changes the person.
 */
export const guardedStorage = (storage: Storage, isSigningIn: () => boolean): AsyncStorage => ({
  get length() {
    return Promise.resolve(storage.length)
  },
  clear: async () => storage.clear(),
  key: async (index) => storage.key(index) ?? '',
  getItem: async (key) => storage.getItem(key),
  removeItem: async (key) => storage.removeItem(key),
  setItem: async (key, value) => {
    if (isSigningIn() || subjectOf(value) === subjectOf(storage.getItem(key)))
      storage.setItem(key, value)
  },
})

/** A sign-in as far as a page needs it, which it has before the sign-in library is there. */
export interface KeptSignIn {
  readonly key: string
  readonly token: string
  /** Seconds since 1970. */
  readonly expiresAt: number
  readonly claims: Claims
}

/** The one sign-in that a browser keeps; null where there are several, or it is not whole. */
export function onlySignIn(storage: Storage): KeptSignIn | null {
  const keys = Object.keys(storage).filter((key) => key.startsWith(KEPT_BELOW))
  const [key] = keys
  if (key === undefined || keys.length > 1) return null
  const { id_token: token, expires_at: expiresAt, profile } = read(storage.getItem(key))
  if (typeof token !== 'string' || typeof expiresAt !== 'number' || !profile) return null
  return { key, token, expiresAt, claims: profile }
}

interface Kept {
  readonly id_token?: unknown
  readonly expires_at?: unknown
  readonly profile?: Claims
}

/** Empty where it is none. */
function read(text: string | null): Kept {
  try {
    const kept: { profile?: { sub?: unknown } } | null = JSON.parse(text ?? 'null')
    const sub = kept?.profile?.sub
    return typeof sub === 'string' ? { ...kept, profile: { ...kept?.profile, sub } } : {}
  } catch {
    return {}
  }
}

const subjectOf = (text: string | null): string | undefined => read(text).profile?.sub
