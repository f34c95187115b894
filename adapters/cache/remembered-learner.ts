import type { Cache } from '#adapters/cache/levels/cache'
import type { EnrolmentRepository } from '#core/enrolments/ports'
import type { LearnerReader, ProgressRepository } from '#core/progress/ports'
import { forgottenBy, queries, type Write } from './queries.ts'

/** A learner in a course, by what `learner` reads. A heartbeat adds to what the table has, so it reads there. */
export const rememberedLearner = (learner: LearnerReader, cache: Cache): LearnerReader => {
  const inCourse = cache.person(queries.inCourse)
  return {
    ...learner,
    inCourse: async (userId, courseId) => {
      const read = () => learner.inCourse(userId, courseId)
      return (await inCourse.read({ of: userId, part: courseId }, '', read)) ?? read()
    },
  }
}

/** Of a person's list, its first page: few go on to the next. */
export const rememberedEnrolments = (
  enrolments: EnrolmentRepository,
  cache: Cache,
): EnrolmentRepository => {
  const mine = cache.person(queries.myCourses)
  const memberships = cache.person(queries.membership)
  const forgetting = <T>(write: Write, userId: string, courseId: string, done: () => Promise<T>) =>
    cache.forgetting(forgottenBy(write, { userId, courseId }), done)
  return {
    get: (userId, courseId) =>
      memberships.read({ of: userId, part: courseId }, '', () => enrolments.get(userId, courseId)),
    listOf: async (userId, page) => {
      const read = () => enrolments.listOf(userId, page)
      if (page.cursor) return read()
      return (await mine.read({ of: userId, part: '' }, `${page.limit}`, read)) ?? read()
    },
    create: (enrolment, bounded, returns) => {
      const { userId, courseId } = enrolment
      return forgetting('enrol', userId, courseId, () =>
        enrolments.create(enrolment, bounded, returns),
      )
    },
    delete: (userId, courseId, stays) =>
      forgetting('unenrol', userId, courseId, () => enrolments.delete(userId, courseId, stays)),
    former: enrolments.former,
    bind: (userId, courseId, terms) =>
      forgetting('unenrol', userId, courseId, () => enrolments.bind(userId, courseId, terms)),
    // What is remembered with it is what a count changes, too.
    rename: (userId, courseId, as) =>
      forgetting('count', userId, courseId, () => enrolments.rename(userId, courseId, as)),
    touch: (userId, courseId, last) =>
      forgetting('touch', userId, courseId, () => enrolments.touch(userId, courseId, last)),
    setCompletedLessons: (userId, courseId, count) =>
      forgetting('count', userId, courseId, () =>
        enrolments.setCompletedLessons(userId, courseId, count),
      ),
  }
}

export const forgettingProgress = (
  progress: ProgressRepository,
  cache: Cache,
): ProgressRepository => ({
  ...progress,
  save: (userId, courseId, one, revision) =>
    cache.forgetting(forgottenBy('progress', { userId, courseId }), () =>
      progress.save(userId, courseId, one, revision),
    ),
})
