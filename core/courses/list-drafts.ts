import type { CourseDraft } from '#contract/courses/course'
import { say } from '#contract/say'
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
  mine: say('authors_teach'),
  all: say('admins_see_all'),
} as const
