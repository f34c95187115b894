import { setTimeout as sleep } from 'node:timers/promises'
import { contentKeys, PublishedContents } from '#contract/courses/content'
import { lessonKey } from '#contract/courses/content-paths'
import { type CourseCard, CoursePage } from '#contract/courses/course'
import { OWN_PUBLICATION_SECONDS, readPublication } from '#contract/courses/own-publication'
import type { Publication } from '#contract/courses/publication'
import { opensAt } from '#contract/lessons/gate/is-open'
import type { Clock } from '#core/platform/clock'
import { notFound } from '#core/platform/errors'
import type { Page, PageRequest } from '#core/platform/page'
import type { ContentStore } from './content-ports.ts'
import type { CatalogueCache, CourseRepository, SignedCursors } from './ports.ts'

export interface CatalogueDeps {
  readonly courses: Pick<CourseRepository, 'findPublic' | 'listPublished'>
  readonly content: Pick<ContentStore, 'readJson'>
  readonly catalogue: CatalogueCache
  readonly cursors: SignedCursors
  readonly clock: Clock
}

/** What whoever published adds to a question. */
interface Told {
  readonly published?: Publication | undefined
}

/** The published courses, as they are remembered; the first of them not without a publication that is told of. */
export async function listCourses(
  deps: Pick<CatalogueDeps, 'courses' | 'catalogue' | 'cursors' | 'clock'>,
  { limit, cursor: signed, published }: PageRequest & Told,
): Promise<Page<CourseCard>> {
  const { courses, catalogue, cursors } = deps
  const cursor = cursors.open(signed)
  const asked = { limit, cursor }
  const page = await catalogue.courses(asked, () => courses.listPublished(asked))
  const isBehind = !cursor && published && (await isMissing(deps, page.items, published))
  const shown = isBehind
    ? await readWith(() => courses.listPublished(asked), cardsOf, published)
    : page
  return { ...shown, nextCursor: cursors.sign(shown.nextCursor) }
}

const cardsOf = ({ items }: Page<CourseCard>) => items

/** A published course's public page, by id or slug, as it is remembered; not older than what is told of. */
export async function readCoursePage(
  deps: Pick<CatalogueDeps, 'courses' | 'content' | 'catalogue' | 'clock'>,
  idOrSlug: string,
  published?: Publication,
): Promise<CoursePage> {
  const page = await deps.catalogue.page(idOrSlug, () => makePage(deps, idOrSlug))
  const isBehind = published && (await isMissing(deps, page ? [page] : [], published))
  const shown = isBehind ? await makePage(deps, idOrSlug) : page
  if (!shown) throw notFound('course')
  return shown
}

/** Whether a page was asked for by an address that its course had before. */
export const hasMoved = (idOrSlug: string, { id, slug }: Pick<CourseCard, 'id' | 'slug'>) =>
  idOrSlug !== id && idOrSlug !== slug

async function makePage(
  { courses, content }: Pick<CatalogueDeps, 'courses' | 'content'>,
  idOrSlug: string,
): Promise<CoursePage | null> {
  const card = await courses.findPublic(idOrSlug)
  if (!card) return null
  const { description, modules } = PublishedContents.parse(
    await content.readJson(contentKeys.contents(card.id, card.version)),
  )
  const { id, version } = card
  return CoursePage.parse({
    ...card,
    description,
    modules: modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => ({
        ...lesson,
        previewUrl:
          lesson.audience?.who === 'everyone' ? `/${lessonKey(id, version, lesson)}` : null,
        opensFrom: opensAt(lesson.audience) ?? undefined,
      })),
    })),
  })
}

/** The list's index follows the table within so long, nearly always. Milliseconds. */
const INDEX_FOLLOWS = 200

/**
 * Whether what is remembered lacks a publication that somebody tells of. Only one that there is, and that is young,
 * is looked for: whatever else is told costs a read of one course, and gets what everybody gets.
 */
async function isMissing(
  { courses, clock }: { courses: Pick<CourseRepository, 'findPublic'>; clock: Clock },
  cards: readonly Pick<CourseCard, 'id' | 'version'>[],
  told: Publication,
): Promise<boolean> {
  const { courseId, version } = readPublication(told)
  if (hasCourse(cards, courseId, version)) return false
  const card = await courses.findPublic(courseId)
  if (!card || card.version < version || hasCourse(cards, courseId, card.version)) return false
  const age = clock.now().getTime() - Date.parse(card.publishedAt)
  return age < OWN_PUBLICATION_SECONDS * 1_000
}

/** Reads anew, and once more where the index has not followed. */
async function readWith<T>(
  read: () => Promise<T>,
  cardsOf: (answer: T) => readonly Pick<CourseCard, 'id' | 'version'>[],
  told: Publication,
): Promise<T> {
  const { courseId, version } = readPublication(told)
  const answer = await read()
  if (hasCourse(cardsOf(answer), courseId, version)) return answer
  await sleep(INDEX_FOLLOWS)
  return read()
}

const hasCourse = (
  cards: readonly Pick<CourseCard, 'id' | 'version'>[],
  courseId: string,
  shown: number,
) => cards.some(({ id, version }) => id === courseId && version === shown)
