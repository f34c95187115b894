import type { AsyncStorage } from 'oidc-client-ts'

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

function subjectOf(text: string | null): string | undefined {
  try {
    const kept: { profile?: { sub?: unknown } } | null = JSON.parse(text ?? 'null')
    return typeof kept?.profile?.sub === 'string' ? kept.profile.sub : undefined
  } catch {
    return undefined
  }
}
