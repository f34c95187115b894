import { beforeEach, expect, it } from 'vitest'
import type { AssetId, CourseId, FileId } from '#contract/platform/ids'
import type { ApiClient } from '#local/demo/api-client'
import { type Made, readCourse } from '#local/demo/course-files'
import { writeLessons } from '#local/demo/write-lessons'

interface Lesson {
  id: string
  title: string
  kind: string
  text?: unknown
}
interface Module {
  id: string
  title: string
  lessons: Lesson[]
}

const course = readCourse('local/demo/course')
const lessons = course.modules.flatMap((module) => module.lessons)
const titles = lessons.map(({ title }) => title)
const courseId = 'crs_1' as CourseId
const none = new Map<string, Made>()
const media = new Map(
  lessons.flatMap(({ path, clip, sheet }): [string, Made][] => {
    if (clip) return [[path, { assetId: `ast_${path}` as AssetId, fileId: null }]]
    return sheet ? [[path, { assetId: null, fileId: `fil_${path}` as FileId }]] : []
  }),
)

let draft: Module[]
let writes: number
beforeEach(() => {
  draft = []
  writes = 0
})

/** The routes that are called, over `draft`. */
const api = (async (
  route: { id: string },
  { params = {}, body = {} }: Record<string, Record<string, unknown>> = {},
) => {
  if (route.id === 'getDraft') return structuredClone({ modules: draft })
  writes += 1
  const id = `${writes}`
  if (route.id === 'createModule') {
    draft.push({ id, title: String(body.title), lessons: [] })
    return { id }
  }
  if (route.id === 'createLesson') {
    const made = { id, text: '', ...(body as { title: string; kind: string }) }
    draft.find((module) => module.id === params.moduleId)?.lessons.push(made)
    return made
  }
  if (route.id !== 'updateLesson') throw new Error(`Nobody asks for ${route.id}`)
  const siblings = draft
    .map((module) => module.lessons)
    .find((many) => many.some((one) => one.id === params.lessonId))
  const lesson = siblings?.find((one) => one.id === params.lessonId)
  if (!siblings || !lesson) throw new Error('There is no such lesson')
  const { after, ...changes } = body
  Object.assign(lesson, changes)
  if (after !== undefined) {
    siblings.splice(siblings.indexOf(lesson), 1)
    siblings.splice(siblings.findIndex((one) => one.id === after) + 1, 0, lesson)
  }
  return lesson
}) as unknown as ApiClient

const made = () => draft.flatMap((module) => module.lessons)

it('makes what needs no upload first, then puts each video and file at its place', async () => {
  await writeLessons(api, courseId, course, none)
  expect(made().map(({ title }) => title)).toEqual(
    lessons.filter(({ clip, sheet }) => !clip && !sheet).map(({ title }) => title),
  )
  await writeLessons(api, courseId, course, media)
  expect(made().map(({ title }) => title)).toEqual(titles)
  expect(new Set(made().map(({ kind }) => kind))).toEqual(
    new Set(['video', 'article', 'embed', 'file']),
  )
})

it('leads from article to article by their lessons', async () => {
  await writeLessons(api, courseId, course, none)
  const links = [...JSON.stringify(made()).matchAll(/"\/learn\/crs_1\/(\w+)"/g)]
  expect(links.length).toBeGreaterThan(10)
  const ids = made().map(({ id }) => id)
  for (const [, id] of links) expect(ids).toContain(id)
})

it('goes on where an earlier start ended, and changes nothing that is there', async () => {
  await writeLessons(api, courseId, course, media)
  const [first] = made().filter(({ kind }) => kind === 'article')
  if (first) first.text = 'Written by somebody'
  draft.pop()
  await writeLessons(api, courseId, course, media)
  expect(made().map(({ title }) => title)).toEqual(titles)
  expect(first?.text).toBe('Written by somebody')
  writes = 0
  await writeLessons(api, courseId, course, media)
  expect(writes).toBe(0)
})
