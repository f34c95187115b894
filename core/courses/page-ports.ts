import type { CourseDraft } from '#contract/courses/course'
import type { MadePage } from '#contract/courses/public-pages'
import type { Language } from '#contract/words/languages'

/** Makes public pages in one language, by the web client's own components. */
export interface PageRenderer {
  /** The client's page with nothing in it, which then asks the API by itself. */
  readonly emptyPage: string
  /** @param origin the site's, for addresses that others keep */
  renderPage(made: MadePage, origin: string): Promise<string>
}

export interface PageRenderers {
  in(language: Language): Promise<PageRenderer>
}

/** What the deployment of the web client left of it. */
export interface DeployedClient {
  /** Its page as it was deployed last; null before the first time. */
  pageIn(language: Language): Promise<string | null>
}

/** Who is told of a published course whose pages show something else from now on. */
export interface CourseEvents {
  published(course: Pick<CourseDraft, 'id' | 'slug' | 'formerSlugs'>): Promise<void>
}
