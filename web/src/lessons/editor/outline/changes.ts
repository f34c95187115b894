import type { LessonKind } from '#contract/lessons/kinds/index'
import type { CourseId, ModuleId } from '#contract/platform/ids'
import type { Rules } from '#contract/rules/rule'
import { call, routes } from '#web/api/client.ts'
import type { Row } from './rows.ts'

const paramsOf = (row: Row) =>
  row.kind === 'module'
    ? { module: { courseId: row.module.courseId, moduleId: row.id } }
    : { lesson: { courseId: row.lesson.courseId, lessonId: row.id } }

export function saveTitle(
  row: Row,
  title: string,
  revision: number,
): Promise<{ readonly title: string; readonly revision: number }> {
  const { module, lesson } = paramsOf(row)
  return module
    ? call(routes.updateModule, { params: module, body: { title, revision } })
    : call(routes.updateLesson, { params: lesson, body: { title, revision } })
}

/** When the lessons of a module open, or one lesson. */
export function saveRules(row: Row, rules: Rules) {
  const { module, lesson } = paramsOf(row)
  const { revision } = row.kind === 'module' ? row.module : row.lesson
  const body = { rules, revision }
  return module
    ? call(routes.updateModule, { params: module, body })
    : call(routes.updateLesson, { params: lesson, body })
}

export function remove(row: Row) {
  const { module, lesson } = paramsOf(row)
  return module
    ? call(routes.deleteModule, { params: module })
    : call(routes.deleteLesson, { params: lesson })
}

/** Takes back that it was removed. */
export function restore(row: Row) {
  const { module, lesson } = paramsOf(row)
  return module
    ? call(routes.restoreModule, { params: module })
    : call(routes.restoreLesson, { params: lesson })
}

/** Its key is the same for every try of one copying. */
export function copy(row: Row, body: { readonly key: string; readonly title: string }) {
  const { module, lesson } = paramsOf(row)
  return module
    ? call(routes.copyModule, { params: module, body })
    : call(routes.copyLesson, { params: lesson, body })
}

export const addModule = (courseId: CourseId, title: string) =>
  call(routes.createModule, { params: { courseId }, body: { title } })

export const addLesson = (
  params: { readonly courseId: CourseId; readonly moduleId: ModuleId },
  { title, kind }: { readonly title: string; readonly kind: LessonKind },
) => call(routes.createLesson, { params, body: { kind, title } })
