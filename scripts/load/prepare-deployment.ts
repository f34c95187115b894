import { routes } from '#contract/routes'
import type { LoadLearner, LoadPeople } from '#load/scenarios/user/people'
import { createApiClient } from '#local/demo/api-client'
import { type Pool, signInNew } from './accounts.ts'
import { paced } from './paced.ts'

/** Little beside what is to be loaded. */
const ENROLLED_PER_SECOND = 50

/** Learners with accounts of their own, signed in and enrolled in a published course that is there. */
export async function prepareDeployment(
  pool: Pool,
  options: { target: string; course: string; learners: number },
): Promise<LoadPeople> {
  const apiUrl = new URL('/api', options.target).href
  const page = await fetch(`${apiUrl}/courses/${encodeURIComponent(options.course)}`)
  if (!page.ok)
    throw new Error(
      `${options.target} has no published course “${options.course}” (${page.status}). Name one that has a lecture and an article by --course.`,
    )
  const course = routes.getCourse.response.parse(await page.json())
  const tokens = await signInNew(pool, options.learners)
  const learners = await paced(tokens, ENROLLED_PER_SECOND, async (token): Promise<LoadLearner> => {
    const api = createApiClient({ apiUrl, token: async () => token })
    await api(routes.enrol, { params: { courseId: course.id } })
    return { token, courseId: course.id, course: course.slug }
  })
  return { learners, teachers: [], contentTeam: [] }
}

/** They leave their course, so that it counts them no longer. Their progress stays in the table. */
export async function leave(target: string, { learners }: LoadPeople): Promise<void> {
  const apiUrl = new URL('/api', target).href
  await paced(learners, ENROLLED_PER_SECOND, async ({ token, courseId }) => {
    const api = createApiClient({ apiUrl, token: async () => token })
    await api(routes.unenrol, {
      params: { courseId: routes.unenrol.params.shape.courseId.parse(courseId) },
    })
  })
}
