import type { CourseDraft } from '#contract/courses/course'
import { OPEN_DOORS, UNSAID } from '#contract/courses/properties/properties'
import { FIRST_REVISION } from '#contract/http/revision'
import { say } from '#contract/say'
import { requireRole } from '#core/access/site-role'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { personName } from '#core/platform/person-name'
import type { CourseRepository } from './ports.ts'
import { slugOf } from './slug.ts'

export const createCourse = async (
  { courses, clock }: { courses: CourseRepository; clock: Clock },
  {
    actor,
    title,
    slug,
    summary,
  }: { actor: Actor; title: string; slug?: string | undefined; summary: string },
): Promise<CourseDraft> => {
  requireRole(actor, 'author')
  const now = clock.now()
  const id = newId('crs', now)
  const draft = (name: string): CourseDraft => ({
    id,
    slug: name,
    title,
    summary,
    ownerId: actor.userId,
    ownerName: personName(actor.name),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    publishedVersion: null,
    publishedAt: null,
    outdated: false,
    enrolmentCount: 0,
    ...UNSAID,
    ...OPEN_DOORS,
    formerSlugs: [],
    copying: false,
    revision: FIRST_REVISION,
  })

  const wanted = draft(slug ?? slugOf(title, id))
  if ((await courses.create(wanted)) === 'created') return wanted
  if (slug) throw new DomainError('conflict', say('slug_taken', { slug }))
  // A name that we made up may give way: the end of the id makes it unique.
  const other = draft(slugOf(`${title.slice(0, 40)} ${id.slice(-6)}`, id))
  if ((await courses.create(other)) === 'created') return other
  throw new DomainError('conflict', say('no_free_slug'))
}
