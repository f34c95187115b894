import type { CourseDraft } from '#contract/courses/course'
import type { Actor } from '#core/platform/actor'
import { DomainError } from '#core/platform/errors'
import type { Page, PageRequest } from '#core/platform/page'
import type { CourseRepository } from './ports.ts'

/** The actor's own courses, newest first; admins may ask for everybody's. */
export const listDrafts = async (
  { courses }: { courses: CourseRepository },
  { actor, whose, ...page }: PageRequest & { actor: Actor; whose: 'mine' | 'all' },
): Promise<Page<CourseDraft>> => {
  if (whose === 'mine') return courses.listByOwner(actor.userId, page)
  if (!actor.roles.includes('admin'))
    throw new DomainError('forbidden', 'Only administrators of this site see everybody’s courses.')
  return courses.listAll(page)
}
