import type { CourseId, LessonId } from '#contract/platform/ids'
import { chooseLesson } from '#contract/progress/choose-lesson'
import { routes } from '#web/api/client.ts'
import { queries } from '#web/api/queries.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { notEarly } from '#web/lessons/kinds/warm.ts'
import { lessonsOf } from '#web/lessons/lesson-order.ts'
import { shownLesson } from '#web/lessons/shown-lesson.ts'
import { warmLesson } from '#web/lessons/warm-lesson.ts'
import { ifSignedIn } from '#web/people/if-signed-in.ts'
import { mediaQuery } from '#web/videos/use-media-session.ts'

/** Until the page is there that asks for it. */
const KEPT = { staleTime: 1000, gcTime: 5000 } as const

/** Fetches what the preview of a draft shows first, as far as the view of its lesson. Whatever fails is left to the page. */
export const warm = (page: Page) => ifSignedIn(() => warmDraft(page).catch(notEarly))

interface Page {
  readonly courseId: CourseId
  readonly lessonId?: LessonId | undefined
}

async function warmDraft({ courseId, lessonId: named }: Page) {
  const outline = queries.fetchQuery({
    ...routeQuery(routes.previewCourse, { params: { courseId } }),
    ...KEPT,
  })
  void queries.prefetchQuery(mediaQuery(courseId))
  const lessonId = named ?? chooseLesson(lessonsOf(await outline), null, [], () => true)?.id
  if (!lessonId) return
  const { shown } = await queries.fetchQuery({
    ...routeQuery(routes.previewLesson, { params: { courseId, lessonId } }),
    ...KEPT,
  })
  if (shown) await warmLesson(shownLesson(shown.line, shown.content), undefined)
}
