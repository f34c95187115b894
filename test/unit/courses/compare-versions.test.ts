import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CourseDoors, CourseFacts } from '#contract/courses/properties/properties'
import { type Comparable, compareVersions } from '#core/courses/versions/compare-versions'
import { newId } from '#core/platform/ids'

const lesson = (id: string, facts: object = {}) => ({
  ...{ id, title: `Lesson ${id}`, audience: undefined, rules: [], mark: 'a' },
  ...facts,
})
const module = (id: string, ...lessons: Comparable['modules'][number]['lessons'][number][]) => ({
  ...{ id, title: `Module ${id}`, rules: [], lessons },
})
const said: Comparable['course'] = {
  ...{ title: 'Sets', summary: 'Of things', description: 'Long' },
  facts: CourseFacts.parse({ language: 'en', topics: ['sets', 'maps'], timeZone: 'UTC' }),
  doors: CourseDoors.parse({}),
}
const course = (...modules: Comparable['modules'][number][]): Comparable => ({
  course: said,
  modules,
})
const [a, b, c] = [lesson('a'), lesson('b'), lesson('c')]
const changes = (before: Comparable, after: Comparable) => compareVersions(before, after)

describe('what a version changes', () => {
  it('is nothing where nothing is another', () => {
    expect(changes(course(module('1', a, b)), course(module('1', a, b)))).toEqual([])
  })

  it('tells the course’s own', () => {
    const now = { ...said, title: 'Sets and maps', summary: 'Of both', description: '' }
    expect(changes(course(), { ...course(), course: now })).toEqual([
      { what: 'course_renamed', from: 'Sets', to: 'Sets and maps' },
      { what: 'summary_changed' },
      { what: 'description_changed' },
    ])
  })

  it('tells its facts, and what held when each was published', () => {
    const dates = { startsOn: '2026-12-01', endsOn: null, timeZone: 'Europe/Madrid' }
    const facts = CourseFacts.parse({ level: 'advanced', topics: ['maps', 'rank'], ...dates })
    const doors = CourseDoors.parse({ visibility: 'private', enrolling: 'closed', capacity: 20 })
    expect(changes(course(), { ...course(), course: { ...said, facts, doors } })).toEqual([
      { what: 'language_changed', language: null },
      { what: 'level_changed', level: 'advanced' },
      { what: 'topics_changed', added: ['rank'], removed: ['sets'] },
      { what: 'dates_changed', ...dates },
      { what: 'visibility_changed', visibility: 'private' },
      { what: 'enrolling_changed', enrolling: 'closed' },
      { what: 'capacity_changed', capacity: 20 },
    ])
  })

  it('tells that the cover is another, shows another part, or is the generated one again', () => {
    const cover = {
      ...{
        fileId: newId('fil', new Date()),
        focus: 50,
        width: 960,
        height: 640,
        widths: [480, 960],
      },
      ...{ formats: ['webp' as const], folder: '/previews/' },
    }
    const withCover = (own: typeof cover | null) => ({
      ...course(),
      course: { ...said, facts: said.facts && { ...said.facts, cover: own } },
    })
    const isChanged = { what: 'cover_changed', uploaded: true }
    expect(changes(course(), withCover(cover))).toEqual([isChanged])
    expect(changes(withCover(cover), withCover({ ...cover, focus: 0 }))).toEqual([isChanged])
    expect(changes(withCover(cover), course())).toEqual([
      { what: 'cover_changed', uploaded: false },
    ])
    expect(changes(withCover(cover), withCover({ ...cover }))).toEqual([])
  })

  it('tells no fact that nobody kept, and no zone without days', () => {
    const unknown = { ...said, description: null, facts: null, doors: null }
    const other = {
      ...said,
      description: 'New',
      facts: CourseFacts.parse({ level: 'beginner' }),
      doors: CourseDoors.parse({ visibility: 'private' }),
    }
    expect(changes({ ...course(), course: unknown }, { ...course(), course: other })).toEqual([])
    const elsewhere = {
      ...said,
      facts: CourseFacts.parse({ ...said.facts, timeZone: 'Asia/Tokyo' }),
    }
    expect(changes(course(), { ...course(), course: elsewhere })).toEqual([])
  })

  it('tells lessons that came, went, were renamed, edited or opened to others', () => {
    const audience = { who: 'everyone' } as const
    expect(
      changes(
        course(module('1', a, b, lesson('d'), lesson('e'))),
        course(
          module(
            '1',
            lesson('a', { title: 'Why' }),
            lesson('d', { mark: 'b' }),
            lesson('e', { audience }),
            c,
          ),
        ),
      ),
    ).toEqual([
      { what: 'lesson_renamed', from: 'Lesson a', to: 'Why' },
      { what: 'lesson_edited', lesson: 'Lesson d' },
      { what: 'lesson_opened', lesson: 'Lesson e', audience },
      { what: 'lesson_added', lesson: 'Lesson c', module: 'Module 1' },
      { what: 'lesson_removed', lesson: 'Lesson b', module: 'Module 1' },
    ])
  })

  it('tells of a module what came or went with it, once', () => {
    expect(changes(course(module('1', a)), course(module('2', b, c)))).toEqual([
      { what: 'module_added', module: 'Module 2', lessons: 2 },
      { what: 'module_removed', module: 'Module 1', lessons: 1 },
    ])
  })

  it('tells a lesson that moved to another module, also a new one', () => {
    expect(changes(course(module('1', a, b)), course(module('1', a), module('2', b)))).toEqual([
      { what: 'module_added', module: 'Module 2', lessons: 1 },
      { what: 'lesson_moved', lesson: 'Lesson b', from: 'Module 1', to: 'Module 2' },
    ])
  })

  it('tells of an order the one that was moved, and not those that it passed', () => {
    expect(changes(course(module('1', a, b, c)), course(module('1', c, a, b)))).toEqual([
      { what: 'lesson_reordered', lesson: 'Lesson c', module: 'Module 1' },
    ])
    expect(
      changes(
        course(module('1'), module('2'), module('3')),
        course(module('2'), module('3'), module('1')),
      ),
    ).toEqual([{ what: 'module_moved', module: 'Module 1' }])
  })

  it('does not say that something was edited where nobody kept what it was', () => {
    expect(
      changes(course(module('1', lesson('a', { mark: null }))), course(module('1', a))),
    ).toEqual([])
  })
})

describe('for any two drafts', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 })
  const drafts = fc
    .tuple(ids, fc.array(fc.nat(2), { minLength: 10, maxLength: 10 }))
    .map(([order, places]) =>
      course(
        ...['1', '2', '3'].map((id, at) =>
          module(id, ...order.filter((_, n) => places[n] === at).map((one) => lesson(one))),
        ),
      ),
    )

  it('says as many came as went the other way', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, other) => {
        const count = (list: readonly { readonly what: string }[], what: string) =>
          list.filter((change) => change.what === what).length
        const there = changes(one, other)
        const back = changes(other, one)
        expect(count(there, 'lesson_added')).toBe(count(back, 'lesson_removed'))
        expect(count(there, 'lesson_moved')).toBe(count(back, 'lesson_moved'))
        expect(count(there, 'lesson_reordered')).toBe(count(back, 'lesson_reordered'))
      }),
    )
  })

  it('leaves those that it does not name in the order that they had', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, other) => {
        const named = new Set(
          changes(one, other).flatMap((change) => ('lesson' in change ? [change.lesson] : [])),
        )
        const still = ({ modules }: Comparable) =>
          modules.map(({ lessons }) =>
            lessons.flatMap(({ title }) => (named.has(title) ? [] : [title])),
          )
        expect(still(other)).toEqual(still(one))
      }),
    )
  })
})
