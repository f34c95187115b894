import { describe, expect, it } from 'vitest'
import { makeStorage } from '#test/support/page'
import { guardedStorage, KEPT_BELOW, keptPerson, onlySignIn } from '#web/people/kept-person.ts'

const KEY = `${KEPT_BELOW}issuer:client`
const userOf = (sub: string, token = 'one') => JSON.stringify({ id_token: token, profile: { sub } })

describe('the sign-in that a browser keeps', () => {
  it('is of one person, or of nobody where it cannot be read', () => {
    const storage = makeStorage()
    expect(keptPerson(storage, KEY)).toBeUndefined()
    storage.setItem(KEY, userOf('lin'))
    expect(keptPerson(storage, KEY)).toBe('lin')
    for (const odd of ['{', 'null', '{"profile":{"sub":1}}']) {
      storage.setItem(KEY, odd)
      expect(keptPerson(storage, KEY)).toBeUndefined()
    }
  })

  it('is renewed for the same person', async () => {
    const storage = makeStorage()
    storage.setItem(KEY, userOf('lin'))
    await guardedStorage(storage, () => false).setItem(KEY, userOf('lin', 'two'))
    expect(storage.getItem(KEY)).toBe(userOf('lin', 'two'))
  })

  it('is not brought back by a renewal that another tab’s sign-out overtook', async () => {
    const storage = makeStorage()
    await guardedStorage(storage, () => false).setItem(KEY, userOf('lin'))
    expect(storage.getItem(KEY)).toBeNull()
    storage.setItem(KEY, userOf('mia'))
    await guardedStorage(storage, () => false).setItem(KEY, userOf('lin'))
    expect(keptPerson(storage, KEY)).toBe('mia')
  })

  it('changes to whoever signs in here', async () => {
    const storage = makeStorage()
    storage.setItem(KEY, userOf('mia'))
    await guardedStorage(storage, () => true).setItem(KEY, userOf('lin'))
    expect(keptPerson(storage, KEY)).toBe('lin')
  })
})

describe('a sign-in that is taken up before its library is there', () => {
  const kept = {
    id_token: 'a token',
    expires_at: 1_900_000_000,
    profile: { sub: 'ada', name: 'Ada' },
  }

  it('is the one that the browser keeps, and whole', () => {
    const storage = makeStorage()
    expect(onlySignIn(storage)).toBeNull()
    storage.setItem('oidc.user:here:web', JSON.stringify(kept))
    expect(onlySignIn(storage)).toEqual({
      ...{ key: 'oidc.user:here:web', token: 'a token', expiresAt: 1_900_000_000 },
      claims: { sub: 'ada', name: 'Ada' },
    })
    for (const part of ['id_token', 'expires_at', 'profile'] as const) {
      storage.setItem('oidc.user:here:web', JSON.stringify({ ...kept, [part]: undefined }))
      expect(onlySignIn(storage), part).toBeNull()
    }
    storage.setItem('oidc.user:here:web', '{"id_token":')
    expect(onlySignIn(storage)).toBeNull()
  })

  it('is none of several, of which the library knows the right one', () => {
    const storage = makeStorage()
    for (const site of ['here', 'there'])
      storage.setItem(`oidc.user:${site}:web`, JSON.stringify(kept))
    expect(onlySignIn(storage)).toBeNull()
  })
})
