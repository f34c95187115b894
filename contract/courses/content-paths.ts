import type { Gated } from '#contract/lessons/gate/is-open'
import { ULID } from '#contract/platform/id-form'
import type { AssetId, CourseId, FileId, LessonId } from '#contract/platform/ids'
import type { Rules } from '#contract/rules/rule'

/**
 * Of the keys of a published version. Before it had a number, `versions/<n>/outline.json` held the texts of all lessons and
 * one cookie opened all of a course.
 */
export const CONTENT_LAYOUT = 2

/**
 * What one person may open together lies below one prefix, and a signed cookie opens one prefix. They are disjoint, so
 * that a browser, which sends cookies by path, never sends two sets at once. A version has prefixes of its own:
 * cookies for one open nothing of another.
 */
export const contentPrefixes = {
  /** The outline, and the lessons that any member may open. */
  member: (courseId: CourseId, version: number) => `content/${courseId}/${version}/member/`,
  /** One lesson that is not open to every member at once. */
  gated: (courseId: CourseId, version: number, lessonId: LessonId) =>
    `content/${courseId}/${version}/gated/${lessonId}/`,
  /** Lessons that are for everyone. No cookie is asked for. */
  preview: (courseId: CourseId, version: number) => `previews/${courseId}/${version}/`,
  /** All videos and files of a course as they are stored: for its teachers. */
  media: (courseId: CourseId) => `content/${courseId}/media/`,
} as const

/** Where a video or a file lies as it is stored, and its course’s teachers find it. */
export const ownFolder = (courseId: CourseId, mediaId: MediaId): string =>
  `${contentPrefixes.media(courseId)}${mediaId}/`

/** A published lesson, as far as its place goes. */
export interface PlacedLesson extends Gated {
  readonly id: LessonId
  readonly rules?: Rules | undefined
}

/** Whether it is opened for each member by a call of its own. */
export const hasGate = ({ audience, rules = [] }: Omit<PlacedLesson, 'id'>): boolean =>
  audience?.who !== 'everyone' && (audience !== undefined || rules.length > 0)

/** Below which prefix a published lesson lies, with its video. */
export function prefixOf(courseId: CourseId, version: number, lesson: PlacedLesson): string {
  if (hasGate(lesson)) return contentPrefixes.gated(courseId, version, lesson.id)
  return lesson.audience
    ? contentPrefixes.preview(courseId, version)
    : contentPrefixes.member(courseId, version)
}

/** Where a published lesson's content lies. */
export const lessonKey = (courseId: CourseId, version: number, lesson: PlacedLesson): string =>
  `${prefixOf(courseId, version, lesson)}${lesson.id}.json`

/** 132 of the 256 bits of an HMAC-SHA256, in characters of base64url. */
export const SEAL_LENGTH = 22

/** What has a folder of its own among a course's media: a video, or a file. */
export type MediaId = AssetId | FileId

/** What a seal proves: that this video or file may be fetched below this prefix. */
export const sealedText = (prefix: string, mediaId: MediaId): string => `/${prefix}${mediaId}`

/** Where its files are fetched by whoever may open the prefix; the edge finds them in its own folder. */
export const sealedFolder = (prefix: string, seal: string, mediaId: MediaId): string =>
  `${prefix}media/${seal}/${mediaId}/`

/** Of what is of no version, and for everyone: a course’s cover, which keeps its address as long as it is the same. */
export const publicPrefix = (courseId: CourseId): string => contentPrefixes.preview(courseId, 1)

const course = `crs_${ULID}`
const lesson = `les_${ULID}`
const asset = `(?:ast|fil)_${ULID}`
const version = '[1-9][0-9]{0,8}'
/** Files and folders of an asset, or of a file: no segment begins with a dot, nothing is encoded. */
const file = '(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*'
const seal = `[A-Za-z0-9_-]{${SEAL_LENGTH}}`

/**
 * The paths that the edge lets through, as expressions for the whole of a path: `plain` are keys of the bucket, `sealed`
 * captures prefix, course, seal, asset and file. All others are refused.
 */
export const contentPaths = {
  content: {
    plain: `^/content/${course}/(?:media/${asset}/${file}|${version}/(?:member/(?:outline|${lesson})|gated/(${lesson})/\\1)\\.json)$`,
    sealed: `^/(content/(${course})/${version}/(?:member|gated/${lesson})/)media/(${seal})/(${asset})/(${file})$`,
  },
  previews: {
    plain: `^/previews/${course}/${version}/${lesson}\\.json$`,
    sealed: `^/(previews/(${course})/${version}/)media/(${seal})/(${asset})/(${file})$`,
  },
} as const

/** What lies behind one door of the edge. */
export type ContentRoot = keyof typeof contentPaths

/** Every file of every encode, by patterns of the edge, whose `*` is any text. */
export const ENCODED_FILES = {
  content: '/content/*/media/*/v*/*',
  previews: '/previews/*/media/*/v*/*',
} as const

/** What teachers uploaded besides videos. They match the patterns above, too: these come first. */
export const UPLOADED_FILES = {
  content: '/content/*/fil_*/v*/*',
  previews: '/previews/*/fil_*/v*/*',
} as const
