import type { CourseDraft } from '#contract/courses/course'
import { requireRole } from '#core/access/site-role'
import type { Actor } from '#core/platform/actor'
import type { Page, PageRequest } from '#core/platform/page'
import type { CourseRepository } from './ports.ts'

/** The actor's own courses, newest first; admins may ask for everybody's. */
export const listDrafts = async (
  { courses }: { courses: CourseRepository },
  { actor, whose, ...page }: PageRequest & { actor: Actor; whose: 'mine' | 'all' },
): Promise<Page<CourseDraft>> => {
  requireRole(actor, whose === 'all' ? 'admin' : 'author', ONLY_WHO[whose])
  return whose === 'all' ? courses.listAll(page) : courses.listByOwner(actor.userId, page)
}

const ONLY_WHO = {
  mine: 'Only authors of this site have courses that they teach.',
  all: 'Only administrators of this site see everybody’s courses.',
} as const
