import { describe, expect, it } from 'vitest'
import { makeStorage } from '#test/support/page'
import { guardedStorage, KEPT_BELOW, keptPerson } from '#web/people/kept-person.ts'

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
