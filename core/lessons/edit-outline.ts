import { FIRST_REVISION } from '#contract/http/revision'
import type { Audience } from '#contract/lessons/gate/audience'
import { type LessonChanges, lessonKinds } from '#contract/lessons/kinds/index'
import { DELETED_KEPT_DAYS, MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import type { Lesson, LessonCreation, Module } from '#contract/lessons/lesson'
import type { CourseId } from '#contract/platform/ids'
import type { Rules } from '#contract/rules/rule'
import { say } from '#contract/say'
import { findOwnCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { CheckDeps } from '#core/lessons/kinds/kind'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { changeLesson, changeModule } from './change-item.ts'
import { handOf } from './merge-change.ts'
import { positionAtEnd } from './place-behind.ts'
import type { OutlineRepository, Removal } from './ports.ts'

export interface EditDeps extends CheckDeps, TeachingReaders {
  readonly outlines: OutlineRepository
  readonly clock: Clock
}

interface OfCourse {
  readonly actor: Actor
  readonly courseId: CourseId
}

const openDraft = async (deps: EditDeps, input: OfCourse) => {
  await findOwnCourse(deps, input, 'edit')
  return deps.outlines.listContents(input.courseId)
}

/** A child is found only below its own course: the id of another course's module opens nothing. */
const findIn = <T extends { id: string }>(items: readonly T[], id: string, what: 'module'): T => {
  const found = items.find((item) => item.id === id)
  if (!found) throw notFound(what)
  return found
}

export const full = () =>
  new DomainError(
    'conflict',
    say('course_full', { mostLessons: MOST_LESSONS, mostModules: MOST_MODULES }),
  )

export const createModule = async (
  deps: EditDeps,
  { title, ...input }: OfCourse & { title: string },
): Promise<Module> => {
  const { modules } = await openDraft(deps, input)
  if (modules.length >= MOST_MODULES) throw full()
  const id = newId('mod', deps.clock.now())
  const module = { id, courseId: input.courseId, title, position: positionAtEnd(modules) }
  await deps.outlines.addModule(module)
  return { ...module, revision: FIRST_REVISION }
}

interface Move<Id> {
  /** Behind which it is to stand; null: before all. */
  readonly after?: Id | null | undefined
  /** The revision that was read. */
  readonly revision?: number | undefined
}
const placeOf = ({ after }: Move<string>) => (after === undefined ? undefined : { after })

export const updateModule = async (
  deps: EditDeps,
  {
    moduleId,
    change,
    ...input
  }: OfCourse & {
    moduleId: string
    change: Move<string> & { title?: string | undefined; rules?: Rules | undefined }
  },
): Promise<Module> => {
  await findOwnCourse(deps, input, 'edit')
  return changeModule(deps.outlines, {
    ...{ courseId: input.courseId, id: moduleId, place: placeOf(change) },
    ...{ fields: { title: change.title, rules: change.rules }, seen: change.revision },
    hand: handOf(input.actor, deps.clock.now()),
  })
}

export const deleteModule = async (
  deps: EditDeps,
  { moduleId, ...input }: OfCourse & { moduleId: string },
): Promise<void> => {
  await findOwnCourse(deps, input, 'edit')
  const removal = removalAt(deps.clock.now())
  if (!(await deps.outlines.deleteModule(input.courseId, moduleId, removal)))
    throw notFound('module')
}

export const createLesson = async (
  deps: EditDeps,
  { moduleId, lesson, ...input }: OfCourse & { moduleId: string; lesson: LessonCreation },
): Promise<Lesson> => {
  const { modules, lessons } = await openDraft(deps, input)
  const module = findIn(modules, moduleId, 'module')
  if (lessons.length >= MOST_LESSONS) throw full()
  await kindOf(lesson.kind).check(deps, input.courseId, lesson)
  const created = {
    ...lesson,
    id: newId('les', deps.clock.now()),
    courseId: input.courseId,
    moduleId: module.id,
    position: positionAtEnd(lessons.filter((other) => other.moduleId === moduleId)),
  }
  if (!(await deps.outlines.addLesson(created))) throw notFound('module')
  return { ...created, revision: FIRST_REVISION }
}

export const readLesson = async (
  deps: Pick<EditDeps, 'courses' | 'memberships' | 'outlines'>,
  { lessonId, ...input }: OfCourse & { lessonId: string },
): Promise<Lesson> => {
  await findOwnCourse(deps, input, 'read')
  const lesson = await deps.outlines.readLesson(input.courseId, lessonId)
  if (!lesson) throw notFound('lesson')
  return lesson.item
}

export type LessonChange = Move<string> & {
  title?: string | undefined
  audience?: Audience | undefined
  rules?: Rules | undefined
} & LessonChanges

export const updateLesson = async (
  deps: EditDeps,
  { lessonId, change, ...input }: OfCourse & { lessonId: string; change: LessonChange },
): Promise<Lesson> => {
  await findOwnCourse(deps, input, 'edit')
  const { courseId } = input
  const { after: _, revision: seen, ...fields } = change
  const place = placeOf(change)
  return changeLesson(
    deps.outlines,
    {
      ...{ courseId, id: lessonId, place, fields, seen },
      hand: handOf(input.actor, deps.clock.now()),
    },
    async ({ kind }) => {
      const { title: _, audience: _audience, rules: _rules, ...own } = fields
      const strange = Object.keys(own).filter((name) => !(name in lessonKinds[kind].change))
      if (strange.length > 0)
        throw new DomainError('conflict', say('fields_of_other_kinds', { names: strange }))
      await kindOf(kind).check(deps, courseId, own)
    },
  )
}

export const deleteLesson = async (
  deps: EditDeps,
  { lessonId, ...input }: OfCourse & { lessonId: string },
): Promise<void> => {
  await findOwnCourse(deps, input, 'edit')
  const removal = removalAt(deps.clock.now())
  if (!(await deps.outlines.deleteLesson(input.courseId, lessonId, removal)))
    throw notFound('lesson')
}

const DAY_SECONDS = 86_400
const removalAt = (now: Date): Removal => ({
  id: newId('rem', now),
  expiresAt: Math.floor(now.getTime() / 1000) + DELETED_KEPT_DAYS * DAY_SECONDS,
})

/** Whoever deleted too much has it back as it was, unless the course has become full. */
export const restoreModule = async (
  deps: EditDeps,
  { moduleId, ...input }: OfCourse & { moduleId: string },
): Promise<void> => {
  const { modules } = await openDraft(deps, input)
  if (modules.some(({ id }) => id === moduleId)) return
  if (modules.length >= MOST_MODULES) throw full()
  if (!(await deps.outlines.restoreModule(input.courseId, moduleId))) throw notFound('module')
}

export const restoreLesson = async (
  deps: EditDeps,
  { lessonId, ...input }: OfCourse & { lessonId: string },
): Promise<void> => {
  const { lessons } = await openDraft(deps, input)
  if (lessons.some(({ id }) => id === lessonId)) return
  if (lessons.length >= MOST_LESSONS) throw full()
  if (!(await deps.outlines.restoreLesson(input.courseId, lessonId))) throw notFound('lesson')
}
