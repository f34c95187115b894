import { shiftedLesson, withShiftedRules } from '#contract/courses/copying/dates-of'
import type { CourseDraft } from '#contract/courses/course'
import { AssetId, type CourseId, FileId, LessonId, ModuleId } from '#contract/platform/ids'
import { say } from '#contract/say'
import type { FileReader } from '#core/files/ports'
import type { WholeOutline } from '#core/lessons/outline'
import { idBody } from '#core/platform/derived-id'
import { DomainError } from '#core/platform/errors'
import { idsIn, repointed } from '#core/platform/repointed'
import type { AssetRepository } from '#core/videos/asset-ports'
import type { CopyPlan, Medium } from './ports.ts'

interface PlanDeps {
  readonly assets: Pick<AssetRepository, 'get'>
  readonly courseFiles: Pick<FileReader, 'getEvery'>
}

/** As many sockets as the SDK opens. */
const AT_ONCE = 50

/** Below no address of the edge. */
export const planKey = (courseId: CourseId): string => `pages/${courseId}/copy.json`

/**
 * What a copy of a course consists of: every module and lesson, and every video and file of the course that they name,
 * each with an id that follows from the copy's. What they name of their own course is the copy's; dates are moved.
 * What was deleted before stays a reference to nothing.
 * @throws DomainError `conflict` where something that lessons show is not ready
 */
export async function planCopy(
  deps: PlanDeps,
  given: {
    readonly course: CourseDraft
    readonly outline: WholeOutline
    readonly to: CourseId
    readonly days: number
  },
): Promise<CopyPlan> {
  const { course, outline, to, days } = given
  const media = await mediaOf(deps, given)
  const lessons = outline.flatMap((module) => module.lessons)
  const names = new Map<string, string>([
    [course.id, to],
    ...outline.map(({ id }) => [id, idIn(to, ModuleId, 'mod', id)] as const),
    ...lessons.map(({ id }) => [id, idIn(to, LessonId, 'les', id)] as const),
    ...media.map(({ from, to }) => [from, to] as const),
  ])
  const dated = outline.map((module) => ({
    ...withShiftedRules(module, days),
    lessons: module.lessons.map((lesson) =>
      days === 0 ? lesson : shiftedLesson(lesson, days, course.timeZone),
    ),
  }))
  return { from: course.id, to, modules: linkedById(repointed(dated, names), course, to), media }
}

/** The copy's address by name is not known yet, and its teachers may change it. */
function linkedById<T>(value: T, { slug, formerSlugs }: CourseDraft, to: CourseId): T {
  const known = [slug, ...formerSlugs].join('|')
  const address = new RegExp(`(?<=/courses/)(?:${known})(?![\\w-])`, 'g')
  return JSON.parse(JSON.stringify(value).replace(address, to))
}

const idIn = <T>(
  courseId: CourseId,
  schema: { parse(text: unknown): T },
  prefix: string,
  of: string,
): T => schema.parse(`${prefix}_${idBody(TIMELESS, courseId, of)}`)

/** Ids that follow from others say nothing of when. */
const TIMELESS = new Date(0).toISOString()

async function mediaOf(
  deps: PlanDeps,
  { course, outline, to }: Parameters<typeof planCopy>[1],
): Promise<Medium[]> {
  const named = [...idsIn([course, outline])]
  const videoIds = named.filter((id) => id.startsWith('ast_'))
  const assets = []
  for (let at = 0; at < videoIds.length; at += AT_ONCE)
    assets.push(
      ...(await Promise.all(videoIds.slice(at, at + AT_ONCE).map((id) => deps.assets.get(id)))),
    )
  const videos = assets.flatMap((asset) =>
    asset?.courseId === course.id && asset.state !== 'deleting' ? [asset] : [],
  )
  const fileIds = named.filter((id) => id.startsWith('fil_'))
  const files = fileIds.length > 0 ? await deps.courseFiles.getEvery(course.id, fileIds) : []
  const unready = [
    ...videos.filter(({ liveVersion }) => liveVersion === null).map(({ fileName }) => fileName),
    ...files.filter(({ state }) => state !== 'ready').map(({ name }) => name),
  ]
  if (unready.length > 0)
    throw new DomainError('conflict', say('media_not_ready', { names: unready.slice(0, 10) }))
  return [
    ...videos.map(
      ({ id, fileName }): Medium => ({
        ...{ type: 'asset', from: id, to: idIn(to, AssetId, 'ast', id) },
        name: fileName,
      }),
    ),
    ...files.map(
      ({ id, name }): Medium => ({
        ...{ type: 'file', from: id, to: idIn(to, FileId, 'fil', id), name },
      }),
    ),
  ]
}
