import type { CourseDraft } from '#contract/courses/course'
import { OPEN_DOORS, UNSAID } from '#contract/courses/properties/properties'
import { newId } from '#core/platform/ids'

/** A new course of this slug, by Ada. */
export const draftOf = (slug: string, facts: Partial<CourseDraft> = {}): CourseDraft => {
  const now = new Date()
  return {
    id: newId('crs', now),
    slug,
    title: slug,
    summary: '',
    ownerId: 'ada',
    ownerName: '',
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
    revision: 1,
    ...facts,
  }
}
