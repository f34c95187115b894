import { expect, it } from 'vitest'
import { LessonId } from '#contract/platform/ids'
import { warningsOf } from '#core/courses/publishing/kinds/index'
import type { WholeOutline } from '#core/lessons/outline'
import { newId } from '#core/platform/ids'
import { assetOf, sourceFacts } from '#test/support/asset'
import { COURSE_ID } from '#test/unit/videos/pipeline-doubles'

const now = new Date('2026-11-24T10:00:00.000Z')
const moduleId = newId('mod', now)
const place = { courseId: COURSE_ID, moduleId, position: 1, revision: 1 }
type Lesson = WholeOutline[number]['lessons'][number]

const article = (text: string): Lesson => ({
  ...{ ...place, id: newId('les', now), title: 'Why', kind: 'article', text },
})
const warnings = (lessons: Lesson[], videos = new Map()) =>
  warningsOf(COURSE_ID, [{ ...place, id: moduleId, title: 'Sets', lessons }] as WholeOutline, {
    ...{ videos, files: new Map() },
  }).map(({ code, ...rest }) => ('address' in rest ? [code, rest.address] : [code]))

it('warns of a module without lessons, and of an article without text', () => {
  expect(warnings([])).toEqual([['module_empty']])
  expect(warnings([article(' \n')])).toEqual([['article_empty']])
})

it('counts an article’s images that nobody described, wherever they stand', () => {
  const text = '![](/a.png)\n\n> - ![ ](/b.png) and ![a graph](/c.png)\n\n|A|\n|-|\n|![](/d.png)|\n'
  const [first] = warningsOf(
    COURSE_ID,
    [{ ...place, id: moduleId, title: 'Sets', lessons: [article(text)] }],
    { videos: new Map(), files: new Map() },
  )
  expect(first).toMatchObject({ code: 'images_undescribed', count: 3, lesson: 'Why' })
})

it('warns of links that lead nowhere, and of what is no link here', () => {
  const other = article('Fine')
  const gone = newId('les', now)
  const text = [
    `[here](/learn/${COURSE_ID}/${other.id}) [gone](/learn/${COURSE_ID}/${gone})`,
    '[mine](http://localhost:3000/a) [near](http://192.168.0.4/) [far](https://example.org/a)',
    '**[deep](http://intranet/)** [file](notes.pdf) `[code](notes.pdf)` [mail](mailto:ada)',
    `[other course](/learn/crs_${'0'.repeat(26)}/${gone}) [top](#top)`,
  ].join('\n\n')
  expect(warnings([article(text), other])).toEqual([
    ['link_broken', `/learn/${COURSE_ID}/${gone}`],
    ['link_broken', 'http://localhost:3000/a'],
    ['link_broken', 'http://192.168.0.4/'],
    ['link_broken', 'http://intranet/'],
    ['link_broken', 'notes.pdf'],
    ['link_broken', 'mailto:ada'],
  ])
})

it('warns of a video with sound that has no captions', () => {
  const source = sourceFacts({ audio: [{ language: 'en', channels: 2 }] })
  const loud = assetOf({ id: newId('ast', now), liveVersion: 1, source })
  const silent = { ...loud, id: newId('ast', now), source: { ...source, audio: [] } }
  const captions = [
    { language: 'en', label: 'English', revision: 1, cueCount: 1, url: '', updatedAt: '' },
  ]
  const captioned = { ...loud, id: newId('ast', now), captions }
  const lessons = [loud, silent, captioned].map(
    ({ id: assetId }): Lesson => ({
      ...{ ...place, id: LessonId.parse(newId('les', now)), title: 'Watch', kind: 'video' },
      ...{ assetId, completionShare: 0.9 },
    }),
  )
  const videos = new Map([loud, silent, captioned].map((asset) => [asset.id, asset]))
  expect(warnings(lessons, videos)).toEqual([['video_uncaptioned']])
})

it('counts an article’s videos that learners do not see, or cannot follow without hearing', () => {
  const source = sourceFacts({ audio: [{ language: 'en', channels: 2 }] })
  const loud = assetOf({ id: newId('ast', now), courseId: COURSE_ID, liveVersion: 1, source })
  const coming = assetOf({ id: newId('ast', now), courseId: COURSE_ID })
  const strange = { ...loud, id: newId('ast', now), courseId: newId('crs', now) }
  const all = [loud, coming, strange]
  const text = all.map(({ id }) => `![](/videos/${id})`).join('\n\n')
  const lessons = [article(text)]
  const found = warningsOf(
    COURSE_ID,
    [{ ...place, id: moduleId, title: 'Sets', lessons }] as WholeOutline,
    { videos: new Map(all.map((one) => [one.id, one])), files: new Map() },
  )
  expect(found).toMatchObject([
    { code: 'videos_missing', count: 2 },
    { code: 'videos_uncaptioned', count: 1 },
  ])
})
