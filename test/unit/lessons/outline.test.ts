import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import type { Lesson } from '#contract/lessons/lesson'
import { Slug } from '#contract/platform/ids'
import { slugOf } from '#core/courses/slug'
import { type WholeOutline, withinAnswer } from '#core/lessons/outline'
import { inOrder, positionAtEnd } from '#core/lessons/place-behind'

const COURSE = 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const MODULE = 'mod_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const ASSET = 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV'

/** As letters of three bytes, or as quotes, which are four bytes of JSON within JSON. */
const WIDEST = '"'.repeat(200)

const items = fc.uniqueArray(
  fc.record({ id: fc.uuid(), position: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) }),
  { selector: ({ id }) => id },
)

describe('positions', () => {
  it('put what is added behind everything', () => {
    fc.assert(
      fc.property(items, (list) => {
        const added = { id: 'added', position: positionAtEnd(list) }
        expect(inOrder([added, ...list]).at(-1)).toBe(added)
      }),
    )
  })

  it('give one order, however the items were read', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(inOrder(list.toReversed())).toEqual(inOrder(list))
      }),
    )
  })
})

const place = { courseId: COURSE, moduleId: MODULE, position: 1, revision: 1 } as const
const article: Lesson = {
  ...place,
  kind: 'article',
  id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  title: 'Reading',
  text: 'Text',
}
const video: Lesson = {
  ...place,
  kind: 'video',
  id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAW',
  title: 'Watching',
  assetId: ASSET,
  completionShare: 0.9,
}
describe('an outline in one answer', () => {
  const ofModule = (count: number, lessons: (at: number) => Lesson[]): WholeOutline =>
    Array.from({ length: count }, (_, at) => ({
      ...{ id: MODULE, courseId: COURSE, title: WIDEST, position: at + 1 / 3, revision: 1 },
      lessons: lessons(at),
    }))
  const lesson = (text: string): Lesson => ({ ...article, title: WIDEST, position: 1 / 3, text })

  it.each(['字', '"', '\u0001'])(
    'is within Lambda’s 6 MB at its worst, in letters like %j',
    (letter) => {
      const each = MOST_LESSONS / MOST_MODULES
      const worst = ofModule(MOST_MODULES, () =>
        Array.from({ length: each }, () => lesson(letter.repeat(2_000))),
      )
      const body = JSON.stringify({ course: { title: WIDEST }, modules: withinAnswer(worst) })
      // The rest is for headers and the course's own card.
      expect(Buffer.byteLength(JSON.stringify({ statusCode: 200, body }))).toBeLessThan(6_250_000)
    },
  )

  it('has every text where there is room, else the first ones, and never half of one', () => {
    const [small] = withinAnswer(ofModule(1, () => [article, video]))
    expect(small?.lessons).toEqual([article, video])
    const texts = withinAnswer(ofModule(1, () => Array(30).fill(lesson('字'.repeat(50_000)))))[0]
    const kept = texts?.lessons.map(
      (one) => one.kind === 'article' && typeof one.text === 'string' && one.text.length,
    )
    expect(kept).toEqual([...Array(23).fill(50_000), ...Array(7).fill(false)])
  })
})

describe('a slug', () => {
  it('is made of any title, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
        expect(Slug.safeParse(slugOf(title, COURSE)).success).toBe(true)
      }),
    )
  })

  it('reads as the title does', () => {
    expect(slugOf('Lineare Algebra für alle!', COURSE)).toBe('lineare-algebra-fur-alle')
  })
})
