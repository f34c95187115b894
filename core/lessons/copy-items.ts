import type { New } from '#contract/http/revision'
import { FIRST_REVISION } from '#contract/http/revision'
import { MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import type { Lesson, Module } from '#contract/lessons/lesson'
import { LessonId, ModuleId } from '#contract/platform/ids'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import { idBody } from '#core/platform/derived-id'
import { notFound } from '#core/platform/errors'
import { repointed } from '#core/platform/repointed'
import { type EditDeps, full } from './edit-outline.ts'
import { type Placed, placeBehind } from './place-behind.ts'
import type { OutlineWrite } from './ports.ts'
import { retryWhileOvertaken } from './retry-while-overtaken.ts'

type CopyDeps = Pick<EditDeps, 'courses' | 'memberships' | 'outlines'>

interface Copying {
  /** The same for every try of one copying: its copies have ids that follow from it. */
  readonly key: string
  readonly title: string
}

/** Copies a lesson to the place behind it. What it refers to, such as its video, is referred to by both. */
export async function copyLesson(
  deps: CopyDeps,
  { actor, courseId, lessonId, key, title }: OfCourse & Copying & { readonly lessonId: string },
): Promise<Lesson> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'edit')
  const id = LessonId.parse(`les_${idBody(course.createdAt, key, lessonId)}`)
  return retryWhileOvertaken(async () => {
    const { lessons } = await deps.outlines.listContents(courseId)
    const known = lessons.find((lesson) => lesson.id === id)
    if (known) return known
    const source = lessons.find((lesson) => lesson.id === lessonId)
    if (!source) throw notFound('lesson')
    if (lessons.length >= MOST_LESSONS) throw full()
    const siblings = lessons.filter(({ moduleId }) => moduleId === source.moduleId)
    const { position, others } = roomBehind('lesson', siblings, id, source.id)
    if (!(await deps.outlines.writeOutline(courseId, others))) return null
    const copy = { ...repointed(source, new Map([[source.id, id]])), id, title, position }
    if (!(await deps.outlines.addLesson(unrevised(copy)))) return null
    return { ...copy, revision: FIRST_REVISION }
  })
}

/**
 * Copies a module with its lessons to the place behind it. The module comes last: until then nobody sees its
 * lessons, so that whoever publishes meanwhile has all of them or none.
 */
export async function copyModule(
  { courses, memberships, outlines }: CopyDeps,
  { actor, courseId, moduleId, key, title }: OfCourse & Copying & { readonly moduleId: string },
): Promise<Module> {
  const course = await findOwnCourse({ courses, memberships }, { actor, courseId }, 'edit')
  const id = ModuleId.parse(`mod_${idBody(course.createdAt, key, moduleId)}`)
  return retryWhileOvertaken(async () => {
    const { modules, lessons } = await outlines.listContents(courseId)
    const known = modules.find((module) => module.id === id)
    if (known) return known
    const source = modules.find((module) => module.id === moduleId)
    if (!source) throw notFound('module')
    const copied = lessons.filter((lesson) => lesson.moduleId === moduleId)
    if (lessons.length + copied.length > MOST_LESSONS || modules.length >= MOST_MODULES)
      throw full()
    const idOf = new Map(
      copied.map((lesson) => [
        lesson.id,
        LessonId.parse(`les_${idBody(course.createdAt, key, lesson.id)}`),
      ]),
    )
    const names = new Map<string, string>([...idOf, [moduleId, id]])
    const copies = copied.map((lesson) =>
      unrevised({
        ...repointed(lesson, names),
        id: idOf.get(lesson.id) ?? lesson.id,
        moduleId: id,
      }),
    )
    const { position, others } = roomBehind('module', modules, id, source.id)
    if (!(await outlines.writeOutline(courseId, others))) return null
    const rules = source.rules && repointed(source.rules, names)
    const module = { id, courseId: source.courseId, title, position, ...(rules && { rules }) }
    if (!(await outlines.addLessonsOfNew(module, copies))) return null
    return (await outlines.addModule(module)) ? { ...module, revision: FIRST_REVISION } : null
  })
}

/** A position behind an item, and what others must give way for it. */
function roomBehind(
  kind: OutlineWrite['kind'],
  items: readonly Placed[],
  id: string,
  after: string,
) {
  const last = Math.max(...items.map(({ position }) => position)) + 1
  const positions = new Map(placeBehind([...items, { id, position: last }], id, after))
  const position = positions.get(id) ?? last
  const others = items.flatMap((item): OutlineWrite[] => {
    const set = positions.get(item.id)
    return set === undefined
      ? []
      : [{ kind, id: item.id, set: { position: set }, seen: { position: item.position } }]
  })
  return { position, others }
}

const unrevised = ({ revision: _, ...lesson }: Lesson): New<Lesson> => lesson
