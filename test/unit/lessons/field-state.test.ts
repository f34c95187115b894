import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrived,
  begin,
  confirmed,
  type FieldState,
  failed,
  givenBack,
  isTouched,
  keptMine,
  mayBeSent,
  refused,
  sent,
  tookTheirs,
  typed,
  wordOf,
} from '#web/ui/fields/field-state.ts'

const trim = (text: string) => text.trim()
const at = (revision: number, value: string) => ({ value, revision })
const untouched = begin(at(1, 'Old'))
const touched = typed(untouched, 'Mine', trim)

describe('a field that nobody touched', () => {
  it('shows what is newer, and sends nothing', () => {
    const newer = arrived(untouched, at(2, 'New'), trim)
    expect(newer).toEqual(begin(at(2, 'New')))
    expect(mayBeSent(newer, trim)).toBe(false)
  })

  it('stays as it is at an answer that was overtaken on its way', () => {
    const newer = arrived(untouched, at(5, 'New'), trim)
    expect(arrived(newer, at(4, 'Late'), trim)).toBe(newer)
  })

  it('is untouched again once its text is what it was', () => {
    const back = typed(touched, 'Old', trim)
    expect(arrived(back, at(2, 'New'), trim).text).toBe('New')
  })
})

describe('a field that somebody touched', () => {
  it('is sent over the revision that its text began from', () => {
    expect(mayBeSent(touched, trim)).toBe(true)
    expect(sent(touched, trim)).toMatchObject({ sending: 'Mine', base: { revision: 1 } })
  })

  it('goes on where others changed other fields of the same thing', () => {
    const beside = arrived(touched, at(7, 'Old'), trim)
    expect(beside).toMatchObject({ text: 'Mine', theirs: null, base: at(7, 'Old') })
    expect(mayBeSent(beside, trim)).toBe(true)
  })

  it('keeps both texts where others changed it too, and sends nothing until one is chosen', () => {
    for (const both of [
      arrived(touched, at(2, 'Theirs'), trim),
      refused(sent(touched, trim), at(2, 'Theirs'), trim),
    ]) {
      expect(both).toMatchObject({ text: 'Mine', theirs: at(2, 'Theirs'), sending: null })
      expect(mayBeSent(both, trim)).toBe(false)
      expect(wordOf(both, trim)).toBe('conflict')
      const mine = keptMine(both)
      expect(mayBeSent(mine, trim)).toBe(true)
      expect(mine).toMatchObject({ text: 'Mine', base: { revision: 2 } })
      for (const theirs of [tookTheirs(both), givenBack(both)])
        expect(theirs).toEqual(begin(at(2, 'Theirs')))
    }
  })

  it('shows the newest of theirs', () => {
    const both = arrived(touched, at(2, 'Theirs'), trim)
    expect(arrived(both, at(4, 'Later'), trim).theirs).toEqual(at(4, 'Later'))
    expect(arrived(both, at(3, 'Old'), trim)).toMatchObject({ theirs: null, text: 'Mine' })
  })

  it('has no conflict with somebody who wrote the same', () => {
    expect(wordOf(arrived(touched, at(2, 'Mine'), trim), trim)).toBe('saved')
    const both = arrived(touched, at(2, 'Theirs'), trim)
    expect(wordOf(typed(both, 'Theirs ', trim), trim)).toBe('saved')
  })

  it('goes on being touched where more was typed while it was sent', () => {
    const more = typed(sent(touched, trim), 'Mine and more', trim)
    expect(arrived(more, at(2, 'Mine'), trim)).toBe(more)
    const saved = confirmed(more, at(2, 'Mine'))
    expect(saved).toMatchObject({ text: 'Mine and more', base: at(2, 'Mine') })
    expect(mayBeSent(saved, trim)).toBe(true)
  })

  it('says why it was not saved, and can be sent again', () => {
    const not = failed(sent(touched, trim), 'No connection.')
    expect([wordOf(not, trim), not.failure]).toEqual(['failed', 'No connection.'])
    expect(mayBeSent(not, trim)).toBe(true)
  })
})

it('is saved once, whatever spaces stand at its ends, and is “Saved” then', () => {
  const spaced = typed(untouched, 'Mine  ', trim)
  const done = confirmed(sent(spaced, trim), at(2, 'Mine'))
  expect(done.text).toBe('Mine  ')
  expect([wordOf(done, trim), mayBeSent(done, trim)]).toEqual(['saved', false])
  expect(wordOf(arrived(done, at(2, 'Mine'), trim), trim)).toBe('saved')
  expect(mayBeSent(typed(untouched, ' Old ', trim), trim)).toBe(false)
})

type Step = readonly ['type' | 'send' | 'read' | 'mine', 0 | 1]
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom('type' as const, 'send' as const, 'read' as const, 'mine' as const),
    fc.constantFrom(0 as const, 1 as const),
  ),
  { maxLength: 60 },
)

it('replaces only what its text began from or what was chosen against, whatever two tabs do', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let stored = at(1, 'Old')
      const tabs: [FieldState, FieldState] = [begin(stored), begin(stored)]
      for (const [n, [what, tab]] of all.entries()) {
        const state = tabs[tab]
        if (what === 'type') tabs[tab] = typed(state, `${tab}:${n}`, trim)
        if (what === 'read') tabs[tab] = arrived(state, stored, trim)
        if (what === 'mine') tabs[tab] = keptMine(state)
        if (what === 'send' && mayBeSent(state, trim)) {
          const sending = sent(state, trim)
          if (sending.base.revision < stored.revision) {
            tabs[tab] = refused(sending, stored, trim)
            expect(tabs[tab]).toMatchObject({ text: state.text, theirs: stored })
          } else {
            expect(sending.base).toEqual(stored)
            stored = at(stored.revision + 1, sending.sending ?? '')
            tabs[tab] = confirmed(sending, stored)
          }
        }
        if (isTouched(tabs[tab], trim)) expect(tabs[tab].text).toContain(`${tab}:`)
      }
    }),
  )
})
