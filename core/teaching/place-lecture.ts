import { createHash } from 'node:crypto'
import { encodeTime } from 'ulid'
import { LessonId, ModuleId } from '#contract/ids'
import type { Asset } from '#contract/models/asset'
import { DEFAULT_COMPLETION_SHARE, type Lesson, type Module } from '#contract/models/lesson'
import { parseUploadKey } from '../media/upload-key.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { inOrder, positionAtEnd } from './outline.ts'

type PlaceDeps = {
  readonly courses: Pick<
    CourseRepository,
    'get' | 'listContents' | 'addModule' | 'addLesson' | 'saveLesson'
  >
}

/**
 * Gives an accepted video its place in its course's draft, as its key names it:
 * `algebra/02 Linear maps/03 Kernel.mp4` is the lesson "Kernel" of the module "Linear maps". What is
 * missing is made; what stands under the same title is used, and a lesson that has a video keeps it.
 * A file without a module's folder gets no lesson, nor does a later version of a video: whoever took its
 * lesson away meant it.
 */
export async function placeLecture({ courses }: PlaceDeps, asset: Asset): Promise<void> {
  const { folder } = parseUploadKey(asset.sourceKey)
  const course =
    asset.courseId && asset.liveVersion === null && folder
      ? await courses.get(asset.courseId)
      : null
  if (!course || folder === null) return
  const contents = await courses.listContents(course.id)
  if (contents.lessons.some((lesson) => lesson.kind === 'video' && lesson.assetId === asset.id))
    return

  const named = readName(folder)
  const module =
    inOrder(contents.modules).find(({ title }) => isSame(title, named.title)) ??
    (await makeModule(courses, {
      // Worked out from the name: two files that arrive at once make one module.
      id: ModuleId.parse(`mod_${idBody(course.createdAt, course.id, key(named.title))}`),
      courseId: course.id,
      title: named.title,
      position: named.number ?? positionAtEnd(contents.modules),
    }))
  await placeLesson(courses, asset, module, contents.lessons, course.createdAt)
}

async function makeModule(courses: PlaceDeps['courses'], module: Module): Promise<Module> {
  await courses.addModule(module)
  return module
}

async function placeLesson(
  courses: PlaceDeps['courses'],
  asset: Asset,
  module: Module,
  lessons: readonly Lesson[],
  courseCreatedAt: string,
): Promise<void> {
  const named = readName(asset.fileName.replace(/\.[^.]*$/, ''))
  const siblings = lessons.filter(({ moduleId }) => moduleId === module.id)
  const standing = inOrder(siblings).find(
    (lesson) => lesson.kind === 'video' && isSame(lesson.title, named.title),
  )
  if (standing?.kind === 'video') {
    if (standing.assetId === null) await courses.saveLesson({ ...standing, assetId: asset.id })
    return
  }
  await courses.addLesson({
    kind: 'video',
    id: LessonId.parse(`les_${idBody(courseCreatedAt, module.id, key(named.title))}`),
    courseId: module.courseId,
    moduleId: module.id,
    title: named.title,
    position: named.number ?? positionAtEnd(siblings),
    assetId: asset.id,
    completionShare: DEFAULT_COMPLETION_SHARE,
  })
}

const LONGEST_TITLE = 200

/**
 * A folder's or a file's name as a title, and the number in front of it as its place: `02 Linear maps`,
 * `02_linear-maps`, `2. Linear maps`. More than three digits are no place but a year or the like.
 */
export function readName(name: string): { readonly title: string; readonly number: number | null } {
  const [, digits, rest] = /^\s*(\d{1,3})[\s._)-]+(.*\S.*)$/s.exec(name) ?? []
  const words = rest ?? name
  const spaced = /\s/.test(words.trim()) ? words : words.replace(/[_-]+/g, ' ')
  const title = spaced.replaceAll('_', ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)
  return { title: title || name.slice(0, LONGEST_TITLE), number: digits ? Number(digits) : null }
}

const key = (title: string) => title.normalize('NFC').toLowerCase()
const isSame = (a: string, b: string) => key(a.trim()) === key(b)

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID that the same words of the same course always get. */
function idBody(at: string, ...words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest()
  const randomness = [...hash.subarray(0, 16)].map((byte) => CROCKFORD[byte & 31]).join('')
  return `${encodeTime(Date.parse(at))}${randomness}`
}
