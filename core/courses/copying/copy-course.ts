import { publicPrefix, sealedFolder } from '#contract/courses/content-paths'
import { shiftedDays } from '#contract/courses/copying/dates-of'
import type { CourseDraft } from '#contract/courses/course'
import { FIRST_REVISION } from '#contract/http/revision'
import { CourseId } from '#contract/platform/ids'
import { say } from '#contract/say'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { requireRole } from '#core/access/site-role'
import type { ContentStore, MediaSealer } from '#core/courses/content-ports'
import { slugOf } from '#core/courses/slug'
import type { FileReader } from '#core/files/ports'
import { readWholeOutline } from '#core/lessons/outline'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { idBody } from '#core/platform/derived-id'
import { DomainError } from '#core/platform/errors'
import { personName } from '#core/platform/person-name'
import type { AssetRepository } from '#core/videos/asset-ports'
import { planCopy, planKey } from './plan-copy.ts'
import type { CopyEvents, Copyings, CopyPlan } from './ports.ts'

export interface CopyCourseDeps extends TeachingReaders {
  readonly copyings: Copyings
  readonly outlines: Pick<OutlineRepository, 'listAtOnce'>
  readonly assets: Pick<AssetRepository, 'get'>
  readonly courseFiles: Pick<FileReader, 'getEvery'>
  readonly content: Pick<ContentStore, 'createJson'>
  readonly seal: MediaSealer
  readonly copyEvents: CopyEvents
  readonly clock: Clock
}

/**
 * Makes a private draft of the actor's own with what another course is, and has its lessons, videos and files follow. All of
 * it is written down first, so that what is copied is what was there at this moment. Asked again with the same key, it
 * is the same copy.
 */
export async function copyCourse(
  deps: CopyCourseDeps,
  input: OfCourse & { readonly key: string; readonly title: string; readonly days: number },
): Promise<CourseDraft> {
  const source = await findOwnCourse(deps, input, 'edit')
  const { actor, key, title, days } = input
  requireRole(actor, 'author')
  const id = CourseId.parse(`crs_${idBody(source.createdAt, actor.userId, key, source.id)}`)
  const known = await deps.courses.get(id)
  if (known) return askedAgain(deps, known)
  if (source.copying) throw new DomainError('conflict', say('source_still_copying'))

  const outline = await readWholeOutline(deps.outlines, source.id)
  const plan = await planCopy(deps, { course: source, outline, to: id, days })
  // The first try's plan stays.
  await deps.content.createJson(planKey(id), plan)
  const now = deps.clock.now().toISOString()
  const cover = coverOf(deps, source, plan)
  const draft = draftOf({ ...source, cover }, { ...{ actor, title, days, now }, plan })
  for (const slug of [slugOf(title, id), slugOf(`${title.slice(0, 40)} ${id.slice(-6)}`, id)]) {
    const course = { ...draft, slug }
    const started = await deps.copyings.start(course, {
      ...{ courseId: id, of: source.title, state: 'waiting', outlined: false },
      ...{ copied: 0, total: plan.media.length, missing: [], without: false },
      ...{ startedAt: now, updatedAt: now },
    })
    if (started === 'started') {
      await deps.copyEvents.asked(id)
      return course
    }
    const meanwhile = await deps.courses.get(id)
    if (meanwhile) return askedAgain(deps, meanwhile)
  }
  throw new DomainError('conflict', say('no_free_slug'))
}

/** The call before may have ended before the worker was asked; to ask twice does no harm. */
async function askedAgain(
  { copyings, copyEvents }: CopyCourseDeps,
  course: CourseDraft,
): Promise<CourseDraft> {
  const copying = await copyings.get(course.id)
  if (copying?.state === 'waiting') await copyEvents.asked(course.id)
  return course
}

/** The same picture, at an address of the copy's. */
function coverOf(
  { seal }: CopyCourseDeps,
  { cover }: CourseDraft,
  { to: courseId, media }: CopyPlan,
): CourseDraft['cover'] {
  const copied = media.find(({ from }) => from === cover?.fileId)
  if (!cover || copied?.type !== 'file') return null
  const fileId = copied.to
  const prefix = publicPrefix(courseId)
  return {
    ...{ ...cover, fileId },
    folder: `/${sealedFolder(prefix, seal(prefix, fileId), fileId)}`,
  }
}

const draftOf = (
  source: CourseDraft,
  {
    actor,
    title,
    days,
    now,
    plan,
  }: {
    readonly actor: Actor
    readonly title: string
    readonly days: number
    readonly now: string
    readonly plan: CopyPlan
  },
): CourseDraft => ({
  ...source,
  ...shiftedDays(source, days),
  ...{ id: plan.to, title, ownerId: actor.userId, ownerName: personName(actor.name) },
  ...{ createdAt: now, updatedAt: now, publishedVersion: null, publishedAt: null, outdated: false },
  ...{ enrolmentCount: 0, visibility: 'private', formerSlugs: [], copying: true },
  revision: FIRST_REVISION,
})
