import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notificationLimits } from '#contract/notifications/limits'
import { keepNews, type Told } from '#core/notifications/keep-news'
import type { CourseNews, NewsRepository } from '#core/notifications/ports'
import { newId } from '#core/platform/ids'

const courseId = newId('crs', new Date(0))
const one = newId('ann', new Date(1))
const two = newId('ann', new Date(2))
const three = newId('ann', new Date(3))

/** A course's news in memory. */
function kept() {
  let stored: (CourseNews & { revision: number }) | null = null
  let writes = 0
  const news: Pick<NewsRepository, 'get' | 'write'> = {
    get: async () => stored,
    write: async (next, revision) => {
      if ((stored?.revision ?? null) !== revision) return false
      stored = { ...next, revision: (revision ?? 0) + 1 }
      writes += 1
      return true
    },
  }
  const tell = (...told: Told[]) =>
    keepNews({ news, published: { cards: async () => new Map() } }, { courseId, told })
  return { tell, entries: () => stored?.entries ?? [], writes: () => writes }
}

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`
const out = (id: string, title: string, day: number): Told => ({
  id,
  entry: { title, publishAt: at(day) },
})

const told: fc.Arbitrary<Told> = fc.record({
  id: fc.constantFrom(one, two, three),
  entry: fc.option(
    fc.record({
      title: fc.constantFrom('A', 'B'),
      publishAt: fc.integer({ min: 1, max: 9 }).map(at),
    }),
  ),
})

describe('the news of a course', () => {
  it('are its announcements as they are by now, those that come out last first', async () => {
    const { tell, entries } = kept()
    await tell(out(one, 'One', 1), out(two, 'Two', 3))
    await tell(out(one, 'One, mended', 1), { id: two, entry: null })
    await tell(out(three, 'Three', 2))
    expect(entries().map(({ title }) => title)).toEqual(['Three', 'One, mended'])
  })

  it('are written for nothing that they do not tell', async () => {
    const { tell, writes } = kept()
    await tell(out(one, 'One', 1))
    await tell(out(one, 'One', 1))
    await tell({ id: three, entry: null })
    expect(writes()).toBe(1)
  })

  it('are as many as one item holds', async () => {
    const { tell, entries } = kept()
    const many = Array.from({ length: notificationLimits.newsOfCourse + 5 }, (_, n) => ({
      id: newId('ann', new Date(n)),
      entry: { title: `${n}`, publishAt: new Date(n * 60_000).toISOString() },
    }))
    await tell(...many)
    expect(entries()).toHaveLength(notificationLimits.newsOfCourse)
    expect(entries().at(-1)?.title).toBe('5')
  })

  it('end with the same, however they are told, and told all over again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(told, { maxLength: 20 }), fc.nat(20), async (all, cut) => {
        const [once, often] = [kept(), kept()]
        await once.tell(...all)
        for (const told of all.slice(0, cut)) await often.tell(told)
        for (const told of all) await often.tell(told)
        const byId = (some: { id: string }, other: { id: string }) => (some.id < other.id ? -1 : 1)
        expect([...often.entries()].sort(byId)).toEqual([...once.entries()].sort(byId))
      }),
    )
  })
})
