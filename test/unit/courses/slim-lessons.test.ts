import { describe, expect, it } from 'vitest'
import { readLessons, writeLessons } from '#adapters/dynamo/courses/syllabus-text'
import { LessonKind } from '#contract/lessons/kinds/index'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'

const video: SyllabusLesson = {
  ...{ kind: 'video', id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  ...{ assetId: 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV', durationSeconds: 9.5, completionShare: 0.9 },
}
const article: SyllabusLesson = { kind: 'article', id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAW' }

describe('a stored syllabus', () => {
  it('names each kind once, and a lesson’s values in the order of its schema', () => {
    expect(JSON.parse(writeLessons([video, article, { ...video }]))).toEqual({
      video: [
        [video.id, video.assetId, 9.5, 0.9],
        [video.id, video.assetId, 9.5, 0.9],
      ],
      article: [[article.id]],
    })
  })

  it('is read as it was written', () => {
    expect(readLessons(writeLessons([]))).toEqual([])
    expect(readLessons(writeLessons([article, video]))).toEqual([article, video])
  })

  it('is read as earlier versions wrote it, a list that names no kind', () => {
    const earlier = JSON.stringify([[article.id], [video.id, video.assetId, 9.5, 0.9]])
    expect(readLessons(earlier)).toEqual([article, video])
  })

  it('is read without the lessons of a kind that only a later version knows', () => {
    const later = { article: [[article.id]], hologram: [[video.id, 3]] }
    expect(LessonKind.safeParse('hologram').success).toBe(false)
    expect(readLessons(JSON.stringify(later))).toEqual([article])
  })

  it('is refused where a value is not what its kind has', () => {
    expect(() => readLessons(JSON.stringify({ video: [[video.id, 'x', 9.5, 0.9]] }))).toThrow()
    expect(() => readLessons(JSON.stringify({ article: [['x']] }))).toThrow()
  })
})
