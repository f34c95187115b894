import { fillPath } from '#contract/http/fill-path'
import type { Route } from '#contract/http/route'
import { routes } from '#contract/routes'
import type { Asked } from './drive.ts'
import type { Person } from './people.ts'
import type { Seeded } from './seed.ts'

export interface Hot {
  readonly name: string
  /** The `count`th request, from 0. */
  readonly next: (count: number) => Asked
}

/** The ten routes that are called most while people learn and teach, each called by everybody in turn. */
export function hottestRoutes({ authors, learners, courses }: Seeded): Hot[] {
  const course = turn(courses, 0)
  const asLearner = (count: number) => turn(learners, count)
  const asAuthor = (count: number) => turn(authors, count)
  const ofCourse = { courseId: course.id }
  return [
    hot(routes.listCourses, () => ({})),
    hot(routes.getCourse, (count) => ({ params: { course: turn(courses, count).slug } })),
    hot(routes.getMe, (count) => ({ person: asLearner(count) })),
    hot(routes.listMyCourses, (count) => ({ person: asLearner(count) })),
    hot(routes.enrol, (count) => ({ person: asLearner(count), params: ofCourse })),
    hot(routes.openCourse, (count) => ({ person: asLearner(count), params: ofCourse })),
    hot(routes.recordProgress, (count) => {
      const at = new Date().toISOString()
      return {
        person: asLearner(count),
        params: {
          ...ofCourse,
          lessonId: turn(course.lessons, Math.floor(count / learners.length)),
        },
        body: { positionSeconds: 0, durationSeconds: 0, completed: true, at, sentAt: at },
      }
    }),
    hot(routes.reportPlayback, () => ({
      body: { stream: 'hls', sampleRate: 0.1, events: [{ kind: 'start', milliseconds: 180 }] },
    })),
    hot(routes.listDrafts, (count) => ({ person: asAuthor(count) })),
    hot(routes.getDraft, (count) => ({
      person: asAuthor(count),
      params: { courseId: turn(courses, count).id },
    })),
  ]
}

interface Call {
  readonly person?: Person
  readonly params?: Readonly<Record<string, string>>
  readonly body?: object
}

const hot = (route: Pick<Route, 'method' | 'path'>, call: (count: number) => Call): Hot => ({
  name: `${route.method} ${route.path}`,
  next: (count) => {
    const { person, params = {}, body } = call(count)
    if (route.method === 'DELETE' || route.method === 'PATCH')
      throw new Error(`${route.method} ${route.path} is not driven.`)
    return {
      method: route.method,
      path: `/api${fillPath(route.path, params, {})}`,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        ...(person && { authorization: `Bearer ${person.token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }
  },
})

function turn<T>(all: readonly T[], count: number): T {
  const one = all[count % all.length]
  if (one === undefined) throw new Error('There is nothing to take turns with.')
  return one
}
