import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Slug } from '#contract/ids'
import type { Asset } from '#contract/models/asset'
import type { DraftOutline, Lesson } from '#contract/models/lesson'
import { inOrder, positionAtEnd } from '#core/lessons/place-behind'
import { whyNotPublishable } from '#core/teaching/publish-course'
import { slugOf } from '#core/teaching/slug'
import { assetOf } from '#test/support/asset'

const COURSE = 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const MODULE = 'mod_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const ASSET = 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV'

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

const outlineOf = (...lessons: Lesson[]): DraftOutline => [
  { id: MODULE, courseId: COURSE, title: 'Module', position: 1, revision: 1, lessons },
]
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
const assetIn = (state: Asset['state']): ReadonlyMap<string, Asset> =>
  new Map([
    [
      ASSET,
      assetOf({ id: ASSET, courseId: COURSE, state, liveVersion: state === 'ready' ? 1 : null }),
    ],
  ])

describe('publishing', () => {
  it('wants a lesson', () => {
    expect(whyNotPublishable(outlineOf(), new Map())).toContain('no lessons')
  })

  it('takes a course of articles alone', () => {
    expect(whyNotPublishable(outlineOf(article), new Map())).toBeNull()
  })

  it('takes a video that is ready', () => {
    expect(whyNotPublishable(outlineOf(article, video), assetIn('ready'))).toBeNull()
  })

  it.each(['uploaded', 'transcoding', 'failed', 'rejected', 'held'] as const)(
    'names the lesson whose video is %s',
    (state) => {
      const sentence = whyNotPublishable(outlineOf(article, video), assetIn(state))
      expect(sentence).toContain('Watching')
      expect(sentence).not.toContain('Reading')
    },
  )

  it('names a video lesson without a video', () => {
    const empty = { ...video, assetId: null }
    expect(whyNotPublishable(outlineOf(empty), assetIn('ready'))).toContain('Watching')
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
