import { describe, expect, it } from 'vitest'
import { chooseLesson } from '#contract/progress/choose-lesson'
import { toShare } from '#web/lessons/editor/kinds/completion-share.ts'
import { lessonsOf, nextLesson } from '#web/lessons/lesson-order.ts'

const outline = { modules: [{ lessons: [{ id: 'a' }, { id: 'b' }] }, { lessons: [{ id: 'c' }] }] }
const lessons = lessonsOf(outline)

describe('where a learner goes on', () => {
  const done = (...ids: string[]) => ids.map((lessonId) => ({ lessonId, completed: true }))
  it('is the last lesson while it is not done, else the first that is not', () => {
    expect(chooseLesson(lessons, 'b', [{ lessonId: 'b', completed: false }])?.id).toBe('b')
    expect(chooseLesson(lessons, null, done('a'))?.id).toBe('b')
    expect(chooseLesson(lessons, 'gone', [])?.id).toBe('a')
    expect(chooseLesson([], null, [])).toBeUndefined()
  })

  it('is after a lesson that is done the next that is not, then one that was left out', () => {
    expect(chooseLesson(lessons, 'a', done('a', 'b'))?.id).toBe('c')
    expect(chooseLesson(lessons, 'c', done('b', 'c'))?.id).toBe('a')
    expect(chooseLesson(lessons, 'b', done('a', 'b', 'c'))?.id).toBe('b')
    expect(chooseLesson(lessons, null, done('a', 'b', 'c'))?.id).toBe('a')
  })

  it('is past what is locked, as long as something is open', () => {
    const open =
      (...ids: string[]) =>
      (lesson: { id: string }) =>
        ids.includes(lesson.id)
    expect(chooseLesson(lessons, 'a', done('a'), open('a', 'c'))?.id).toBe('c')
    expect(chooseLesson(lessons, 'b', [], open('c'))?.id).toBe('c')
    expect(chooseLesson(lessons, 'b', done('a'), open('a'))?.id).toBe('a')
    expect(chooseLesson(lessons, null, [], open())?.id).toBe('a')
  })

  it('goes from the end of a module to the next module', () => {
    expect(nextLesson(outline, 'b')?.id).toBe('c')
    expect(nextLesson(outline, 'c')).toBeUndefined()
  })
})

describe('the share of a video to watch', () => {
  it('is written in whole percent, from 0 to 100', () => {
    expect(['0', ' 90 ', '100'].map(toShare)).toEqual([0, 0.9, 1])
    expect(['', '101', '-1', '9.5', 'ten'].map(toShare)).toEqual([null, null, null, null, null])
  })
})
