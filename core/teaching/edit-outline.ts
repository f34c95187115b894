import type { CourseId } from '#contract/ids'
import type { Lesson, Module } from '#contract/models/lesson'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { DomainError, notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import type { AssetRepository } from '../ports/assets.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'
import { positionAtEnd } from './outline.ts'

export interface EditDeps {
  readonly courses: CourseRepository
  readonly assets: AssetRepository
  readonly clock: Clock
}

interface OfCourse {
  readonly actor: Actor
  readonly courseId: CourseId
}

const openDraft = async (deps: EditDeps, input: OfCourse) => {
  await findOwnCourse(deps, input)
  return deps.courses.listContents(input.courseId)
}

/** A child is found only below its own course: the id of another course's module opens nothing. */
const findIn = <T extends { id: string }>(items: readonly T[], id: string, what: string): T => {
  const found = items.find((item) => item.id === id)
  if (!found) throw notFound(what)
  return found
}

export const createModule = async (
  deps: EditDeps,
  { title, ...input }: OfCourse & { title: string },
): Promise<Module> => {
  const { modules } = await openDraft(deps, input)
  const id = newId('mod', deps.clock.now())
  const module = { id, courseId: input.courseId, title, position: positionAtEnd(modules) }
  await deps.courses.saveModule(module)
  return module
}

export const updateModule = async (
  deps: EditDeps,
  {
    moduleId,
    change,
    ...input
  }: OfCourse & { moduleId: string; change: Partial<Pick<Module, 'title' | 'position'>> },
): Promise<Module> => {
  const { modules } = await openDraft(deps, input)
  const module = { ...findIn(modules, moduleId, 'module'), ...change }
  await deps.courses.saveModule(module)
  return module
}

export const deleteModule = async (
  deps: EditDeps,
  { moduleId, ...input }: OfCourse & { moduleId: string },
): Promise<void> => {
  const { modules, lessons } = await openDraft(deps, input)
  findIn(modules, moduleId, 'module')
  for (const lesson of lessons.filter((lesson) => lesson.moduleId === moduleId))
    await deps.courses.deleteLesson(input.courseId, lesson.id)
  await deps.courses.deleteModule(input.courseId, moduleId)
}

export type NewLesson =
  | {
      kind: 'video'
      title: string
      assetId: Extract<Lesson, { kind: 'video' }>['assetId']
      completionShare: number
    }
  | { kind: 'article'; title: string; text: string }

export const createLesson = async (
  deps: EditDeps,
  { moduleId, lesson, ...input }: OfCourse & { moduleId: string; lesson: NewLesson },
): Promise<Lesson> => {
  const { modules, lessons } = await openDraft(deps, input)
  const module = findIn(modules, moduleId, 'module')
  if (lesson.kind === 'video') await checkAsset(deps, input.courseId, lesson.assetId)
  const created: Lesson = {
    ...lesson,
    id: newId('les', deps.clock.now()),
    courseId: input.courseId,
    moduleId: module.id,
    position: positionAtEnd(lessons.filter((other) => other.moduleId === moduleId)),
  }
  await deps.courses.saveLesson(created)
  return created
}

export interface LessonChange {
  title?: string | undefined
  position?: number | undefined
  assetId?: Extract<Lesson, { kind: 'video' }>['assetId'] | undefined
  completionShare?: number | undefined
  text?: string | undefined
}

export const updateLesson = async (
  deps: EditDeps,
  { lessonId, change, ...input }: OfCourse & { lessonId: string; change: LessonChange },
): Promise<Lesson> => {
  const { lessons } = await openDraft(deps, input)
  const lesson = findIn(lessons, lessonId, 'lesson')
  const { assetId, completionShare, text, ...common } = change
  const forVideo = assetId !== undefined || completionShare !== undefined
  if (lesson.kind === 'video' ? text !== undefined : forVideo)
    throw new DomainError(
      'conflict',
      lesson.kind === 'video' ? 'A video lesson has no text.' : 'An article has no video.',
    )
  if (assetId !== undefined) await checkAsset(deps, input.courseId, assetId)
  const changed: Lesson =
    lesson.kind === 'video'
      ? {
          ...lesson,
          ...common,
          assetId: assetId === undefined ? lesson.assetId : assetId,
          completionShare: completionShare ?? lesson.completionShare,
        }
      : { ...lesson, ...common, text: text ?? lesson.text }
  await deps.courses.saveLesson(changed)
  return changed
}

export const deleteLesson = async (
  deps: EditDeps,
  { lessonId, ...input }: OfCourse & { lessonId: string },
): Promise<void> => {
  const { lessons } = await openDraft(deps, input)
  findIn(lessons, lessonId, 'lesson')
  await deps.courses.deleteLesson(input.courseId, lessonId)
}

/** An asset of another course must not be shown through this one. */
const checkAsset = async (deps: EditDeps, courseId: CourseId, assetId: string | null) => {
  if (assetId === null) return
  const asset = await deps.assets.get(assetId)
  if (asset?.courseId !== courseId || asset.state === 'deleting') throw notFound('video')
}
