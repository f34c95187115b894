import { contentKeys, PublishedContents } from '#contract/courses/content'
import { CoursePage } from '#contract/courses/course'
import type { ContentStore } from './content-ports.ts'
import type { CourseRepository } from './ports.ts'

/** A published course's public page, by id or slug; null where there is none. */
export async function readCoursePage(
  deps: { courses: Pick<CourseRepository, 'findCard'>; content: Pick<ContentStore, 'readJson'> },
  idOrSlug: string,
): Promise<CoursePage | null> {
  const card = await deps.courses.findCard(idOrSlug)
  if (!card) return null
  const key = contentKeys.contents(card.id, card.version)
  const { modules } = PublishedContents.parse(await deps.content.readJson(key))
  return CoursePage.parse({ ...card, modules })
}
