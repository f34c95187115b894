import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import { makePdf, numberedPages } from '#test/support/make-pdf'
import { teachDocument } from '#test/support/send-course-file'

const SLUG = 'bench-document'
const PAGES = 300
/** Of a picture on each page: 50 MB in all. */
const PICTURE_BYTES = 165_000

/** Where the learner reads a PDF of 300 pages and 50 MB; the one of an earlier run where there is one. */
export async function makeDocument(teacher: ApiClient, learner: ApiClient): Promise<string> {
  const { items } = await teacher(routes.listDrafts, { query: { limit: 100 } })
  const known = items.find(({ slug }) => slug === SLUG)
  const courseId =
    known?.id ??
    (
      await teachDocument(teacher, {
        ...{ slug: SLUG, title: 'Three hundred pages', lesson: 'All of them' },
        pdf: makePdf(numberedPages(PAGES).map((page) => ({ ...page, noise: PICTURE_BYTES }))),
      })
    ).courseId
  await learner(routes.enrol, { params: { courseId } })
  return `/learn/${courseId}`
}
