import { describe, expect, it } from 'vitest'
import { asset, captions, course, lesson } from '#web/app/route-params.ts'

const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const courseId = `crs_${ULID}`
const lessonId = `les_${ULID}`
const assetId = `ast_${ULID}`

describe('the parameters of an address', () => {
  it('are ids as they stand', () => {
    expect(course.parse({ courseId })).toEqual({ courseId })
    expect(lesson.parse({ courseId })).toEqual({ courseId, lessonId: undefined })
    expect(lesson.parse({ courseId, lessonId })).toEqual({ courseId, lessonId })
    expect(asset.parse({ courseId, assetId })).toEqual({ courseId, assetId })
    const language = 'pt-BR'
    expect(captions.parse({ courseId, assetId, language })).toEqual({ courseId, assetId, language })
  })

  it.each([
    '',
    'crs_1',
    ULID,
    lessonId,
    `${courseId}0`,
    ` ${courseId}`,
    `${courseId}\n`,
    courseId.toLowerCase(),
    `crs_${ULID.replace('A', 'U')}`,
  ])('are no address where %j stands for a course', (wrong) => {
    expect(course.parse({ courseId: wrong })).toBe(false)
    expect(lesson.parse({ courseId: wrong, lessonId })).toBe(false)
    expect(asset.parse({ courseId: wrong, assetId })).toBe(false)
    expect(captions.parse({ courseId: wrong, assetId, language: 'en' })).toBe(false)
  })

  it.each(['', 'les_1', courseId])('are no address where %j stands below a course', (wrong) => {
    expect(lesson.parse({ courseId, lessonId: wrong })).toBe(false)
    expect(asset.parse({ courseId, assetId: wrong })).toBe(false)
    expect(captions.parse({ courseId, assetId: wrong, language: 'en' })).toBe(false)
  })
})
