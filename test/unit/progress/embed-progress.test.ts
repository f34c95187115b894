import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LessonId } from '#contract/platform/ids'
import type { Heartbeat, LessonProgress } from '#contract/progress/progress'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { mergeProgress } from '#core/progress/merge-progress'

const id = LessonId.parse('les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const page: SyllabusLesson = { kind: 'embed', id, openMinutes: 2 }
const NOW = new Date('2026-11-24T10:00:00.000Z')

const aBeat = (facts: Partial<Heartbeat>): Heartbeat => ({
  ...{ positionSeconds: 0, durationSeconds: 120, watched: [], completed: false },
  ...{ at: NOW.toISOString(), sentAt: NOW.toISOString() },
  ...facts,
})
const arrived = (lesson: SyllabusLesson, ...beats: Partial<Heartbeat>[]) =>
  beats.reduce<LessonProgress | null>(
    (stored, beat) => mergeProgress(stored, lesson, aBeat(beat), NOW),
    null,
  )

describe('a page of somebody else', () => {
  it('is not done by having been open, nor by saying so before it was open for its minutes', () => {
    expect(arrived(page, { watched: [[0, 120]] })?.completed).toBe(false)
    expect(arrived(page, { completed: true })?.completed).toBe(false)
    expect(arrived(page, { completed: true, watched: [[0, 100]] })?.completed).toBe(false)
    expect(arrived(page, { completed: true, watched: [[500, 700]] })?.completed).toBe(false)
  })

  it('is done when its learner says so with those minutes', () => {
    expect(arrived(page, { completed: true, watched: [[0, 120]] })?.completed).toBe(true)
    const inParts: [number, number][] = [
      [0, 50],
      [50.5, 120],
    ]
    expect(arrived(page, { completed: true, watched: inParts })?.completed).toBe(true)
  })

  it('is done at once where its author asks for no minutes', () => {
    const short: SyllabusLesson = { ...page, openMinutes: 0 }
    expect(arrived(short, { completed: true })).toMatchObject({ completed: true, watched: [] })
    expect(arrived(short, {})?.completed).toBe(false)
  })

  it('keeps what was looked at, as far as it is asked for', () => {
    const seen = arrived(
      page,
      { watched: [[0, 40]] },
      { positionSeconds: 300, watched: [[40, 300]] },
    )
    expect(seen).toMatchObject({ positionSeconds: 120, watched: [[0, 120]], completed: false })
  })

  it('comes to the same in whatever order the heartbeats arrive, however often', () => {
    const second = fc.integer({ min: 0, max: 200 })
    const beats = fc.array(
      fc.record({
        positionSeconds: second,
        watched: fc.array(fc.tuple(second, second), { maxLength: 4 }),
        completed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(
        beats.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([...list, ...list], {
              minLength: 2 * list.length,
              maxLength: 2 * list.length,
            }),
          ),
        ),
        ([list, again]) => {
          expect(arrived(page, ...again)).toEqual(arrived(page, ...list))
        },
      ),
    )
  })
})
