import { describe, expect, it } from 'vitest'
import type { CourseDraft } from '#contract/courses/course'
import { OPEN_DOORS, UNSAID } from '#contract/courses/properties/properties'
import type { Asset } from '#contract/videos/asset'
import { placeLecture, readName } from '#core/lessons/place-lecture'
import { assetOf } from '#test/support/asset'
import { memoryOutline } from '#test/support/memory-outline'

const AT = '2026-11-24T06:00:00.000Z'

const course: CourseDraft = {
  id: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
  slug: 'algebra',
  title: 'Algebra',
  summary: '',
  ownerId: 'author',
  ownerName: '',
  createdAt: AT,
  updatedAt: AT,
  publishedVersion: null,
  publishedAt: null,
  outdated: false,
  enrolmentCount: 0,
  ...UNSAID,
  ...OPEN_DOORS,
  formerSlugs: [],
  copying: false,
  revision: 1,
}

/** A course's draft in memory. */
function draft() {
  const { outline, modules, lessons } = memoryOutline()
  const courses = { get: async () => course }
  const place = (sourceKey: string, facts: Partial<Asset> = {}) => {
    const fileName = sourceKey.split('/').at(-1) ?? ''
    return placeLecture({ courses, outlines: outline }, assetOf({ sourceKey, fileName, ...facts }))
  }
  return {
    place,
    modules,
    lessons,
    titles: () => [
      ...[...modules.values()].map(({ title, position }) => `${position} ${title}`),
      ...[...lessons.values()].map(({ title, position }) => `${position} ${title}`),
    ],
  }
}

const other = (id: string): Partial<Asset> => ({
  id: `ast_01JDEXAMP0EXAMP0EXAMP0EX${id}` as Asset['id'],
})

describe('A video in a module’s folder', () => {
  it('makes the module and the lesson that its key names, in the order of their numbers', async () => {
    const { place, titles, lessons } = draft()
    await place('algebra/02 Linear maps/03 Kernel.mp4')
    expect(titles()).toEqual(['2 Linear maps', '3 Kernel'])
    expect([...lessons.values()][0]).toMatchObject({ kind: 'video', assetId: assetOf().id })
  })

  it('makes one module and one lesson each when two arrive at once, or one twice', async () => {
    const { place, titles } = draft()
    await Promise.all([
      place('algebra/02 Linear maps/03 Kernel.mp4', other('11')),
      place('algebra/02 Linear maps/04 Image.mp4', other('22')),
      place('algebra/02 Linear maps/03 Kernel.mp4', other('11')),
    ])
    expect(titles()).toEqual(['2 Linear maps', '3 Kernel', '4 Image'])
  })

  it('gives it to the lesson whose id is the folder, which makes nothing', async () => {
    const { place, titles, lessons } = draft()
    await place('algebra/01 Maps/01 Kernel.mp4')
    const [made] = lessons.values()
    if (made?.kind !== 'video') throw new Error('No lesson was made')
    lessons.set(made.id, { ...made, assetId: null })
    await place(`algebra/${made.id}/once/Anything.mp4`, other('33'))
    await place(`algebra/${made.id}/Another.mp4`, other('44'))
    await place('algebra/les_01JDEXAMP0EXAMP0EXAMP0G0NE/Nobody.mp4', other('55'))
    expect(titles()).toEqual(['1 Maps', '1 Kernel'])
    expect(lessons.get(made.id)).toMatchObject({ assetId: other('33').id })
  })

  it('uses what stands under the same title, and leaves a lesson its video', async () => {
    const { place, titles, modules, lessons } = draft()
    const id = 'mod_01JDEXAMP0EXAMP0EXAMP0EXAM'
    modules.set(id, { id, courseId: course.id, title: 'linear maps', position: 7, revision: 1 })
    const lessonId = 'les_01JDEXAMP0EXAMP0EXAMP0EXAM'
    lessons.set(lessonId, {
      kind: 'video',
      id: lessonId,
      courseId: course.id,
      moduleId: id,
      title: 'Kernel',
      position: 1,
      assetId: null,
      completionShare: 0.9,
      revision: 1,
    })
    await place('algebra/02_linear-maps/Kernel.mov', other('11'))
    await place('algebra/Linear maps/03 kernel.mp4', other('22'))
    expect(titles()).toEqual(['7 linear maps', '1 Kernel'])
    expect(lessons.get(lessonId)).toMatchObject({ assetId: other('11').id })
  })

  it.each(['algebra/Kernel.mp4', 'algebra/up_01JDEXAMP0EXAMP0EXAMP0EXAM/Kernel.mp4'])(
    'is asked for: %s makes nothing',
    async (key) => {
      const { place, titles } = draft()
      await place(key)
      expect(titles()).toEqual([])
    },
  )

  it('gets no lesson again with its next version', async () => {
    const { place, titles } = draft()
    await place('algebra/02 Linear maps/03 Kernel.mp4', { version: 2, liveVersion: 1 })
    expect(titles()).toEqual([])
  })
})

it.each([
  ['02 Linear maps', 2, 'Linear maps'],
  ['2. Linear maps', 2, 'Linear maps'],
  ['03_kernel-and-image', 3, 'kernel and image'],
  ['10 - Q&A', 10, 'Q&A'],
  ['Kernel', null, 'Kernel'],
  ['3D printing', null, '3D printing'],
  ['2024 in review', null, '2024 in review'],
  ['Semi-simple rings', null, 'Semi-simple rings'],
  ['07', null, '07'],
  ['___', null, '___'],
])('“%s” is number %s, called “%s”', (name, number, title) => {
  expect(readName(name)).toEqual({ number, title })
})
