import { isId } from '#contract/platform/id-form'
import type { CourseId, FileId } from '#contract/platform/ids'
import { type FileType, fileTypes } from './types.ts'

/** In the ingest bucket. No course's folder begins so: a slug has no line below. */
export const ARRIVALS = '_files/'

/** Where an upload is sent. */
export const arrivalKey = (courseId: CourseId, fileId: FileId): string =>
  `${ARRIVALS}${courseId}/${fileId}`

/** Whose upload lies there; null of what we did not ask for. */
export function parseArrivalKey(key: string): { courseId: CourseId; fileId: FileId } | null {
  const [courseId = '', fileId = '', more] = key.slice(ARRIVALS.length).split('/')
  return key.startsWith(ARRIVALS) &&
    more === undefined &&
    isId('crs', courseId) &&
    isId('fil', fileId)
    ? { courseId, fileId }
    : null
}

/** Below the folder by which it is fetched, sealed or not. No second writing touches what lies there. */
export const fileName = (type: FileType): string => `v1/file.${fileTypes[type].endings[0]}`
