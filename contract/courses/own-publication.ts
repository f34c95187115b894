import type { CourseId } from '#contract/platform/ids'
import type { Publication } from './publication.ts'

export const toPublication = (courseId: CourseId, version: number): Publication =>
  `${courseId}.${version}`

export function readPublication(publication: Publication): { courseId: string; version: number } {
  const [courseId = '', version = ''] = publication.split('.')
  return { courseId, version: Number(version) }
}

/** Longer than all levels together may show what was before: the gateway's minute, Valkey's and memory. Seconds. */
export const OWN_PUBLICATION_SECONDS = 300
