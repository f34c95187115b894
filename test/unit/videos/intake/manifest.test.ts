import { describe, expect, it } from 'vitest'
import type { Asset } from '#contract/videos/asset'
import { applyManifests } from '#core/videos/intake/ingest-manifest'
import type { memoryOutline } from '#test/support/memory-outline'
import { saysInEnglish } from '#test/support/said'
import { COURSE_ID } from '#test/unit/videos/pipeline-doubles'

import { bucket, FOLDER, vtt } from './companion-bucket.ts'

type Memory = ReturnType<typeof memoryOutline>

describe('A manifest', () => {
  const MANIFEST = `
language: de
modules:
  - folder: 01 Sets
  - folder: 02 Maps
    title: Linear maps
    lessons:
      - file: image.mp4
      - file: kernel.mp4
        title: The kernel
        captions:
          - { file: subs/anglais.vtt, language: en, label: English (edited) }
        chapters: subs/parts.vtt
`
  const placed = async ({ outline }: Memory, assetId: Asset['id']) => {
    const moduleId = 'mod_01JDEXAMP0EXAMP0EXAMP0EXAM'
    await outline.addModule({ id: moduleId, courseId: COURSE_ID, title: 'Maps', position: 9 })
    await outline.addLesson({
      kind: 'video',
      id: 'les_01JDEXAMP0EXAMP0EXAMP0EXAM',
      courseId: COURSE_ID,
      moduleId,
      title: 'kernel',
      position: 9,
      assetId,
      completionShare: 0.9,
    })
  }
  const expectAll = ({ stored, memory }: ReturnType<typeof bucket>) => {
    expect([...memory.modules.values()]).toMatchObject([{ title: 'Linear maps', position: 2 }])
    expect([...memory.lessons.values()]).toMatchObject([{ title: 'The kernel', position: 2 }])
    expect(stored()?.captions).toMatchObject([
      { language: 'de' },
      { language: 'en', label: 'English (edited)' },
    ])
    expect(stored()?.chapters).toMatchObject([{ title: 'Start' }, { title: 'Part one' }])
  }
  const putFiles = async ({ put }: ReturnType<typeof bucket>) => {
    await put(`${FOLDER}kernel.vtt`, vtt('Hallo'))
    await put(`${FOLDER}subs/anglais.vtt`, vtt('Hello'))
    await put(`${FOLDER}subs/parts.vtt`, vtt('Part one'))
  }

  it('that comes first is heeded by all that comes later', async () => {
    const all = bucket()
    expect(await all.describe('linear-algebra/lectern.yaml', MANIFEST)).toEqual({ kind: 'applied' })
    await putFiles(all)
    const video = all.video()
    await placed(all.memory, video.id)
    await applyManifests(all.deps, video)
    expectAll(all)
  })

  it('that comes last is applied to all that is there', async () => {
    const all = bucket()
    await placed(all.memory, all.video().id)
    await all.put(`${FOLDER}subs/anglais.vtt`, vtt('Hello'))
    await all.put(`${FOLDER}subs/parts.vtt`, vtt('Part one'))
    await all.describe('linear-algebra/lectern.yaml', MANIFEST)
    await all.put(`${FOLDER}kernel.vtt`, vtt('Hallo'))
    expectAll(all)
  })

  it('of a folder speaks of that folder, before the one of the course', async () => {
    const { describe, video, deps, memory } = bucket()
    await placed(memory, video().id)
    await describe('linear-algebra/lectern.yaml', MANIFEST)
    await describe(
      `${FOLDER}lectern.json`,
      '{"lessons": [{"file": "kernel.mp4", "title": "Nearer"}]}',
    )
    await applyManifests(deps, video())
    expect([...memory.lessons.values()]).toMatchObject([{ title: 'Nearer', position: 1 }])
  })

  it.each([
    ['title: [', /^Line 1: /],
    ['modules:\n  - folder: a\n    titel: b\n', /^Line 2: modules\.0: .*titel/],
    ['lessons:\n  - file: ../other/x.mp4\n', /^Line 2: lessons\.0\.file: Write the name/],
    [
      'lessons:\n  - file: x.mp4\n    captions:\n      - { file: x.docx, language: en }',
      /^Line 4: .*\.vtt or \.srt/,
    ],
    ['a: &a [x]\nb: [*a,*a]\n', /^Line 1: /],
  ])('that is bad names the line: %j', async (text, sentence) => {
    const { describe, rejected } = bucket()
    expect(await describe('linear-algebra/lectern.yml', text)).toMatchObject({
      kind: 'rejected',
      reason: saysInEnglish(sentence),
    })
    expect(rejected()).toHaveLength(1)
  })
})
