import type { CourseDraft } from '#contract/courses/course'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { Standing } from '#contract/memberships/team'
import { findStanding, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { readOutline, withinAnswer } from './outline.ts'
import type { OutlineRepository } from './ports.ts'

/** A course and its draft outline, with as many texts as one answer holds. */
export async function readDraft(
  deps: TeachingReaders & { readonly outlines: Pick<OutlineRepository, 'listContents'> },
  { actor, courseId }: OfCourse,
): Promise<{ course: CourseDraft; modules: DraftOutline; me: Standing }> {
  const { course, me } = await findStanding(deps, { actor, courseId }, 'read')
  const modules = withinAnswer(await readOutline(deps.outlines, courseId))
  return { course, modules, me: { ...me, rights: [...me.rights] } }
}
