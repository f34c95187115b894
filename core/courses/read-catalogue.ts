import { contentKeys, PublishedContents } from '#contract/courses/content'
import { lessonKey } from '#contract/courses/content-paths'
import { type CourseCard, CoursePage } from '#contract/courses/course'
import { notFound } from '#core/platform/errors'
import type { Page, PageRequest } from '#core/platform/page'
import type { ContentStore } from './content-ports.ts'
import type { CatalogueCache, CourseRepository, SignedCursors } from './ports.ts'

export interface CatalogueDeps {
  readonly courses: Pick<CourseRepository, 'findCard' | 'listPublished'>
  readonly content: Pick<ContentStore, 'readJson'>
  readonly catalogue: CatalogueCache
  readonly cursors: SignedCursors
}

/** The published courses, as they are remembered. */
export async function listCourses(
  { courses, catalogue, cursors }: Pick<CatalogueDeps, 'courses' | 'catalogue' | 'cursors'>,
  { limit, cursor: signed }: PageRequest,
): Promise<Page<CourseCard>> {
  const cursor = cursors.open(signed)
  const asked = { limit, cursor }
  const page = await catalogue.courses(asked, () => courses.listPublished(asked))
  return { ...page, nextCursor: cursors.sign(page.nextCursor) }
}

/** A published course's public page, by id or slug, as it is remembered. */
export async function readCoursePage(
  deps: Pick<CatalogueDeps, 'courses' | 'content' | 'catalogue'>,
  idOrSlug: string,
): Promise<CoursePage> {
  const page = await deps.catalogue.page(idOrSlug, () => makePage(deps, idOrSlug))
  if (!page) throw notFound('course')
  return page
}

async function makePage(
  { courses, content }: Pick<CatalogueDeps, 'courses' | 'content'>,
  idOrSlug: string,
): Promise<CoursePage | null> {
  const card = await courses.findCard(idOrSlug)
  if (!card) return null
  const { modules } = PublishedContents.parse(
    await content.readJson(contentKeys.contents(card.id, card.version)),
  )
  const { id, version } = card
  return CoursePage.parse({
    ...card,
    modules: modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => ({
        ...lesson,
        previewUrl:
          lesson.audience?.who === 'everyone' ? `/${lessonKey(id, version, lesson)}` : null,
      })),
    })),
  })
}
