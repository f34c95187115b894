import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefixOf } from '#contract/courses/content-paths'
import { audienceAt, isOpen, opensAt } from '#contract/lessons/gate/is-open'
import { CourseId, LessonId } from '#contract/platform/ids'
import { toInstant, toLocal } from '#web/lessons/gate/opening.ts'

const from = '2027-03-01T08:00:00.000Z'
const opening = new Date(from)
const before = new Date(opening.getTime() - 1)
const later = { who: 'members', from } as const
const atOnce = { who: 'members', from: null } as const
const everyone = { who: 'everyone' } as const

describe('The gate of a lesson', () => {
  it('opens at its instant and not a millisecond before', () => {
    expect(isOpen(later, before)).toBe(false)
    expect(isOpen(later, opening)).toBe(true)
    expect(opensAt(later)).toBe(from)
  })

  it.each([undefined, atOnce, everyone])('never was closed for %j', (audience) => {
    expect(isOpen(audience, before)).toBe(true)
    expect(opensAt(audience)).toBeNull()
  })

  it('is published only where it still is closed', () => {
    expect(audienceAt(later, before)).toEqual(later)
    expect(audienceAt(later, opening)).toBeUndefined()
    expect(audienceAt(atOnce, before)).toBeUndefined()
    expect(audienceAt(undefined, before)).toBeUndefined()
    expect(audienceAt(everyone, before)).toEqual(everyone)
  })

  it('decides below which prefix the lesson lies, each audience apart from the others', () => {
    const course = CourseId.parse('crs_01JDEXAMP0EXAMP0EXAMP0EXAM')
    const id = LessonId.parse('les_01JDEXAMP0EXAMP0EXAMP0EXAM')
    const prefixes = [undefined, later, everyone].map((audience) =>
      prefixOf(course, 3, { id, audience }),
    )
    expect(prefixes).toEqual([
      `content/${course}/3/member/`,
      `content/${course}/3/gated/${id}/`,
      `previews/${course}/3/`,
    ])
    for (const one of prefixes)
      expect(prefixes.filter((other) => other.startsWith(one))).toEqual([one])
  })
})

it('A time that a teacher chooses is the same minute again when it is shown', () => {
  const minutes = fc.integer({ min: 27_000_000, max: 40_000_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000).toISOString()
      // An hour that a change of clocks has twice is shown the same, and taken for one of the two.
      const shown = toLocal(instant)
      expect(toLocal(toInstant(shown) ?? '')).toBe(shown)
    }),
  )
  expect(toInstant('')).toBeNull()
})
