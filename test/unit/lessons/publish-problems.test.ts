import { describe, expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import type { DraftOutline, Lesson } from '#contract/lessons/lesson'
import { publishProblems } from '#contract/lessons/publish-problems'
import { LessonSettings } from '#contract/platform/lesson-settings'
import { say } from '#contract/say'
import type { AssetState } from '#contract/videos/asset'

const COURSE = 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const MODULE = 'mod_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const ASSET = 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const FILE = 'fil_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const place = { courseId: COURSE, moduleId: MODULE, position: 1, revision: 1 } as const
const article: Lesson = {
  ...{ ...place, kind: 'article', id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  ...{ title: 'Reading', text: 'Text' },
}
const video: Lesson = {
  ...{ ...place, kind: 'video', id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAW' },
  ...{ title: 'Watching', assetId: ASSET, completionShare: 0.9 },
}
const file: Lesson = {
  ...{ ...place, kind: 'file', id: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAX' },
  ...{ title: 'Leafing', fileId: FILE },
}
const moduleOf = (...lessons: Lesson[]): DraftOutline[number] => ({
  ...{ id: MODULE, courseId: COURSE, title: 'Module', position: 1, revision: 1, lessons },
})
const settings = LessonSettings.parse({})
const nothing = { videos: new Map(), files: new Map(), settings }
const videoIn = (state: AssetState, liveVersion: number | null = null) => ({
  ...nothing,
  videos: new Map([[ASSET, { state, liveVersion }]]),
})

describe('a draft that can be published', () => {
  it('may be of articles alone', () => {
    expect(publishProblems([moduleOf(article)], nothing)).toEqual([])
  })

  it('may have files that are ready', () => {
    const files = new Map([[FILE, { state: 'ready' }]])
    expect(publishProblems([moduleOf(file)], { ...nothing, files })).toEqual([])
  })

  it('may have videos that are live, while their next version is prepared too', () => {
    const draft = [moduleOf(article, video)]
    expect(publishProblems(draft, videoIn('ready', 1))).toEqual([])
    expect(publishProblems(draft, videoIn('transcoding', 1))).toEqual([])
    expect(publishProblems(draft, videoIn('failed', 1))).toEqual([])
  })
})

describe('a draft that cannot be published', () => {
  it('has no lessons', () => {
    expect(publishProblems([moduleOf()], nothing)).toEqual([{ code: 'no_lessons', params: {} }])
  })

  it('has more than a syllabus holds', () => {
    const most = { mostLessons: MOST_LESSONS, mostModules: MOST_MODULES }
    const many = moduleOf(...Array.from({ length: MOST_LESSONS + 1 }, () => article))
    expect(publishProblems([many], nothing)).toEqual([
      { code: 'too_many_lessons', params: { lessons: MOST_LESSONS + 1, modules: 1, ...most } },
    ])
    const modules = Array.from({ length: MOST_MODULES + 1 }, () => moduleOf(article))
    expect(publishProblems(modules, nothing)[0]?.code).toBe('too_many_lessons')
    expect(publishProblems(modules.slice(1), nothing)).toEqual([])
  })

  it.each([
    ['uploaded', 'lesson_video_in_work'],
    ['transcoding', 'lesson_video_in_work'],
    ['failed', 'lesson_video_unusable'],
    ['rejected', 'lesson_video_unusable'],
    ['held', 'lesson_video_unusable'],
    ['deleting', 'lesson_video_unusable'],
  ] as const)('names the lesson whose video is %s, and no other', (state, code) => {
    expect(publishProblems([moduleOf(article, video)], videoIn(state))).toEqual([
      { code, params: { lesson: 'Watching' } },
    ])
  })

  it('names the lessons that have no video, or one that is not there any more', () => {
    const empty = { ...video, assetId: null, title: 'Empty' }
    expect(publishProblems([moduleOf(empty), moduleOf(video)], nothing)).toEqual([
      { code: 'lesson_lacks_video', params: { lesson: 'Empty' } },
      { code: 'lesson_video_gone', params: { lesson: 'Watching' } },
    ])
  })

  it.each([
    ['arriving', 'lesson_file_arriving'],
    ['refused', 'lesson_file_refused'],
  ])('names the lesson whose file is %s', (state, code) => {
    const files = new Map([[FILE, { state }]])
    expect(publishProblems([moduleOf(file)], { ...nothing, files })).toEqual([
      { code, params: { lesson: 'Leafing' } },
    ])
  })

  it('names the lessons that have no file, or one that is not there any more', () => {
    const empty = { ...file, fileId: null, title: 'Empty' }
    expect(publishProblems([moduleOf(empty), moduleOf(file)], nothing)).toEqual([
      { code: 'lesson_lacks_file', params: { lesson: 'Empty' } },
      { code: 'lesson_file_gone', params: { lesson: 'Leafing' } },
    ])
  })

  it('is told of with what to do, for those who read an API too', () => {
    const problems = publishProblems([moduleOf({ ...video, assetId: null })], nothing)
    expect(inEnglish(say('not_publishable', { problems }))).toBe(
      'The course cannot be published yet. Choose a video for “Watching”.',
    )
  })
})
