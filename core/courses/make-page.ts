import { z } from 'zod'
import { CARDS_A_PAGE, type PublicPage } from '#contract/courses/public-pages'
import { CourseId, Slug } from '#contract/platform/ids'
import type { Language } from '#contract/words/languages'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { DeployedClient, PageRenderers } from './page-ports.ts'
import { type CatalogueDeps, hasMoved, listCourses, readCoursePage } from './read-catalogue.ts'

export interface MakePageDeps extends CatalogueDeps {
  readonly renderers: PageRenderers
  readonly deployed: DeployedClient
  readonly clock: Clock
}

export interface PageAnswer {
  readonly html: string
  /** `made` and `moved` may be kept for as long as nothing is published again, the others not at all. */
  readonly kind: 'made' | 'moved' | 'empty' | 'not_found'
  /** Of a course that has another address now, its path. */
  readonly location?: string
}

/** Which page: the catalogue, or a course by its id or slug. */
export interface AskedPage {
  readonly language: Language
  readonly course: string | undefined
  /** `https://learn.school.example` */
  readonly origin: string
}

/**
 * A public page as HTML. Where there is none to be made, the client's empty page stands in, which shows by itself
 * what there is to show: that a course is not here, or what the API says.
 */
export async function makePage(deps: MakePageDeps, asked: AskedPage): Promise<PageAnswer> {
  const { language, course } = asked
  const renderer = await deps.renderers.in(language)
  const deployed = await deps.deployed.pageIn(language)
  // The function is deployed before the files that its pages name, and rolled back without them.
  if (deployed !== renderer.emptyPage)
    return { html: deployed ?? renderer.emptyPage, kind: 'empty' }
  const madeAt = deps.clock.now().getTime()
  const shown = await findShown(deps, course)
  if (!shown) return { html: renderer.emptyPage, kind: 'not_found' }
  if (shown.kind === 'course' && course !== undefined && hasMoved(course, shown.course))
    return { html: renderer.emptyPage, kind: 'moved', location: `/courses/${shown.course.slug}` }
  const path = course === undefined ? '/' : `/courses/${course}`
  return { html: await renderer.renderPage({ path, madeAt, shown }, asked.origin), kind: 'made' }
}

const CourseName = z.union([CourseId, Slug])

async function findShown(
  deps: MakePageDeps,
  course: string | undefined,
): Promise<PublicPage | null> {
  if (course === undefined)
    return { kind: 'catalogue', courses: await listCourses(deps, { limit: CARDS_A_PAGE }) }
  if (!CourseName.safeParse(course).success) return null
  try {
    return { kind: 'course', course: await readCoursePage(deps, course) }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null
    throw error
  }
}
