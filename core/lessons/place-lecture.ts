import type { CourseDraft } from '#contract/courses/course'
import type { New } from '#contract/http/revision'
import type { DraftOf } from '#contract/lessons/kinds/index'
import { lessonLimits, MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import { DEFAULT_COMPLETION_SHARE } from '#contract/lessons/kinds/video'
import type { Lesson, Module } from '#contract/lessons/lesson'
import { assetIdOf } from '#contract/lessons/rules/index'
import { isId } from '#contract/platform/id-form'
import { LessonId, ModuleId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import type { CourseRepository } from '#core/courses/ports'
import { idBody } from '#core/platform/derived-id'
import { isNotFound, Overtaken } from '#core/platform/errors'
import { shorten } from '#core/platform/shorten'
import { parseUploadKey } from '#core/videos/source/upload-key'
import { changeLesson, type OutlineWriter } from './change-item.ts'
import { inOrder, positionAtEnd } from './place-behind.ts'
import type { OutlineRepository } from './ports.ts'
import { retryWhileOvertaken } from './retry-while-overtaken.ts'

type PlaceDeps = {
  readonly courses: Pick<CourseRepository, 'get'>
  readonly outlines: OutlineWriter & Pick<OutlineRepository, 'addModule' | 'addLesson'>
}

/**
 * Gives an accepted video its place in its course's draft, as its key names it:
 * `algebra/02 Linear maps/03 Kernel.mp4` is the lesson "Kernel" of the module "Linear maps". What is
 * missing is made; what stands under the same title is used, and a lesson that has a video keeps it.
 * A file without a module's folder gets no lesson, nor does a later version of a video: whoever took its
 * lesson away meant it. A folder that is called by a lesson's id, as the web client's, is for that lesson alone.
 */
export async function placeLecture({ courses, outlines }: PlaceDeps, asset: Asset): Promise<void> {
  const { folder } = parseUploadKey(asset.sourceKey)
  const course =
    asset.courseId && asset.liveVersion === null && folder
      ? await courses.get(asset.courseId)
      : null
  if (!course || folder === null) return
  await retryWhileOvertaken(async () => {
    const { modules, lessons } = await outlines.listContents(course.id)
    if (lessons.some((lesson) => assetIdOf(lesson) === asset.id)) return 'placed'
    if (isId('les', folder)) {
      const waiting = lessons.find(({ id }) => id === folder)
      return waiting && assetIdOf(waiting) === null ? fill(outlines, waiting, asset.id) : 'placed'
    }
    const { title, number } = readName(folder)
    // Worked out from the name: two files that arrive at once make one module.
    const id = ModuleId.parse(`mod_${idBody(course.createdAt, course.id, key(title))}`)
    const standing =
      inOrder(modules).find((module) => isSame(module.title, title)) ??
      modules.find((module) => module.id === id)
    const siblings = lessons.filter(({ moduleId }) => moduleId === standing?.id)
    const lesson = lessonFor(asset, course, standing?.id ?? id, siblings)
    // Its video is in the library all the same.
    const isFull = lessons.length >= MOST_LESSONS || (!standing && modules.length >= MOST_MODULES)
    if (standing) return placeLesson(outlines, lesson, siblings, isFull)
    if (isFull) return 'placed'
    const position = number ?? positionAtEnd(modules)
    const made = { id, courseId: course.id, title, position }
    return (await outlines.addModule(made, lesson)) ? 'placed' : null
  })
}

type VideoLesson = New<DraftOf<'video'>>

function lessonFor(
  { id: assetId, fileName }: Asset,
  { id: courseId, createdAt }: CourseDraft,
  moduleId: Module['id'],
  siblings: readonly Lesson[],
): VideoLesson {
  const { title, number } = readName(fileName.replace(/\.[^.]*$/, ''))
  return {
    ...{ kind: 'video', courseId, moduleId, title, assetId },
    id: LessonId.parse(`les_${idBody(createdAt, moduleId, key(title))}`),
    position: number ?? positionAtEnd(siblings),
    completionShare: DEFAULT_COMPLETION_SHARE,
  }
}

/** Null when somebody changed what it was to be placed into. */
async function placeLesson(
  outlines: PlaceDeps['outlines'],
  lesson: VideoLesson,
  siblings: readonly Lesson[],
  isFull: boolean,
): Promise<'placed' | null> {
  const standing =
    inOrder(siblings).find((one) => takesVideo(one) && isSame(one.title, lesson.title)) ??
    siblings.find(({ id }) => id === lesson.id)
  if (standing && takesVideo(standing))
    return assetIdOf(standing) === null ? fill(outlines, standing, lesson.assetId) : 'placed'
  return isFull || (await outlines.addLesson(lesson)) ? 'placed' : null
}

const takesVideo = (lesson: Lesson) => assetIdOf(lesson) !== undefined

/** Gives a lesson that waits for its video this one, unless another came first. */
async function fill(
  outlines: PlaceDeps['outlines'],
  { courseId, id, revision: seen }: Lesson,
  assetId: VideoLesson['assetId'],
): Promise<'placed' | null> {
  try {
    await changeLesson(outlines, { courseId, id, fields: { assetId }, seen })
    return 'placed'
  } catch (error) {
    const passed = error instanceof Overtaken || isNotFound(error)
    if (passed) return null
    throw error
  }
}

interface Named {
  readonly title: string
  readonly number: number | null
}

/**
 * A folder's or a file's name as a title, and the number in front of it as its place: `02 Linear maps`,
 * `02_linear-maps`, `2. Linear maps`. More than three digits are no place but a year or the like.
 */
export function readName(name: string): Named {
  const [, digits, rest] = /^\s*(\d{1,3})[\s._)-]+(.*\S.*)$/s.exec(name) ?? []
  const words = rest ?? name
  const spaced = /\s/.test(words.trim()) ? words : words.replace(/[_-]+/g, ' ')
  const title = spaced.replaceAll('_', ' ').replace(/\s+/g, ' ').trim()
  return {
    title: shorten(title || name, lessonLimits.title),
    number: digits ? Number(digits) : null,
  }
}

const key = (title: string) => title.normalize('NFC').toLowerCase()
const isSame = (a: string, b: string) => key(a.trim()) === key(b)
