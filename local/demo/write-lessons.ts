import type { CourseId, LessonId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from './api-client.ts'
import type { Made, SourceCourse, SourceLesson } from './course-files.ts'
import { readArticle } from './read-article.ts'

/**
 * Makes the lessons that the draft lacks, each at its place, and writes the articles that are empty. Videos and files wait for
 * `made`, by the path of their lesson. What is there already is told by its title and left as it is.
 */
export async function writeLessons(
  api: ApiClient,
  courseId: CourseId,
  source: SourceCourse,
  made: ReadonlyMap<string, Made>,
): Promise<void> {
  const params = { courseId }
  const draft = await api(routes.getDraft, { params })
  const ids = new Map<string, LessonId>()
  const empty: SourceLesson[] = []
  for (const { title, lessons } of source.modules) {
    const module = draft.modules.find((one) => one.title === title)
    const { id: moduleId } = module ?? (await api(routes.createModule, { params, body: { title } }))
    let after: LessonId | null = null
    for (const lesson of lessons.filter(
      ({ clip, sheet, path }) => !(clip ?? sheet) || made.has(path),
    )) {
      const known = module?.lessons.find((one) => one.title === lesson.title)
      const { id } =
        known ??
        (await api(routes.createLesson, {
          params: { courseId, moduleId },
          body: lesson.creation(made.get(lesson.path)),
        }))
      if (module && !known)
        await api(routes.updateLesson, { params: { courseId, lessonId: id }, body: { after } })
      if (lesson.markdown && (!known || ('text' in known && known.text === ''))) empty.push(lesson)
      ids.set(lesson.path, id)
      after = id
    }
  }
  const addressOf = (path: string) =>
    ids.has(path) ? `/learn/${courseId}/${ids.get(path)}` : undefined
  for (const { path, markdown = '' } of empty) {
    const lessonId = ids.get(path)
    const text = readArticle({ path, markdown }, addressOf)
    if (lessonId) await api(routes.updateLesson, { params: { courseId, lessonId }, body: { text } })
  }
}
