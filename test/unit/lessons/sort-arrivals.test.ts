import { describe, expect, it } from 'vitest'
import { placeOfFiles } from '#web/lessons/editor/arrivals/place-of-files.ts'
import { sortArrivals, titleFor } from '#web/lessons/editor/arrivals/sort-arrivals.ts'

const chosen = (name: string, size = 1, type = '') => ({
  file: new File(['x'.repeat(size)], name, { type }),
  folder: '',
  handle: null,
})

describe('files that come to a course', () => {
  it('become lessons in the order of their numbers, but for captions, empty and strange ones', () => {
    const { lessons, others, refused } = sortArrivals([
      chosen('10 End.PDF'),
      chosen('2 Motion.mov'),
      chosen('2 Motion.en.vtt'),
      chosen('3 Film', 1, 'video/mp4'),
      chosen('.DS_Store'),
      chosen('empty.pdf', 0),
      chosen('setup.exe'),
    ])
    expect(lessons.map((one) => [one.chosen.file.name, one.isVideo])).toEqual([
      ['2 Motion.mov', true],
      ['3 Film', true],
      ['10 End.PDF', false],
    ])
    expect(others.map(({ file }) => file.name)).toEqual([
      ...['.DS_Store', '2 Motion.en.vtt', 'empty.pdf'],
    ])
    expect(refused.map(({ name }) => name)).toEqual(['setup.exe'])
  })

  it('give their names without the ending, and never an empty title', () => {
    expect(titleFor('Kernel. And image.tar.gz')).toBe('Kernel. And image.tar')
    expect(titleFor('.pdf')).toBe('.pdf')
    expect(titleFor(`${'a'.repeat(900)}.pdf`).length).toBeLessThan(300)
  })

  it('stand where they were dropped: before or behind a lesson, and at the end of a module', () => {
    const lesson = (id: string) => ({ id: `les_${id}` })
    const outline = [
      { id: 'mod_1', lessons: [lesson('a'), lesson('b')] },
      { id: 'mod_2', lessons: [] },
    ] as unknown as Parameters<typeof placeOfFiles>[0]
    const place = (id: string | null, half: 'upper' | 'lower' = 'lower') =>
      placeOfFiles(outline, { id, half })
    expect(place('les_b', 'upper')).toEqual({ moduleId: 'mod_1', after: 'les_a' })
    expect(place('les_a', 'upper')).toEqual({ moduleId: 'mod_1', after: null })
    expect(place('les_b')).toEqual({ moduleId: 'mod_1', after: 'les_b' })
    expect(place('mod_1')).toEqual({ moduleId: 'mod_1', after: 'les_b' })
    expect(place(null)).toEqual({ moduleId: 'mod_2', after: null })
    expect(placeOfFiles([], { id: null, half: 'lower' })).toBeNull()
  })
})
