import { setTimeout as sleep } from 'node:timers/promises'
import type { CourseCard } from '#contract/courses/course'
import { OWN_PUBLICATION_SECONDS, readPublication } from '#contract/courses/own-publication'
import type { Publication } from '#contract/courses/publication'
import type { Clock } from '#core/platform/clock'
import type { CourseRepository } from './ports.ts'

/** The list's index follows the table within so long, nearly always. Milliseconds. */
const INDEX_FOLLOWS = 200

/**
 * Whether what is remembered lacks a publication that somebody tells of. Only one that there is, and that is young,
 * is looked for: whatever else is told costs a read of one course, and gets what everybody gets.
 */
export async function isMissing(
  { courses, clock }: { courses: Pick<CourseRepository, 'findCard'>; clock: Clock },
  cards: readonly Pick<CourseCard, 'id' | 'version'>[],
  told: Publication,
): Promise<boolean> {
  const { courseId, version } = readPublication(told)
  if (hasCourse(cards, courseId, version)) return false
  const card = await courses.findCard(courseId)
  if (!card || card.version < version) return false
  const age = clock.now().getTime() - Date.parse(card.publishedAt)
  return age < OWN_PUBLICATION_SECONDS * 1_000
}

/** Reads anew, and once more where the index has not followed. */
export async function readWith<T>(
  read: () => Promise<T>,
  cardsOf: (answer: T) => readonly Pick<CourseCard, 'id' | 'version'>[],
  told: Publication,
): Promise<T> {
  const { courseId, version } = readPublication(told)
  const answer = await read()
  if (hasCourse(cardsOf(answer), courseId, version)) return answer
  await sleep(INDEX_FOLLOWS)
  return read()
}

const hasCourse = (
  cards: readonly Pick<CourseCard, 'id' | 'version'>[],
  courseId: string,
  least: number,
) => cards.some(({ id, version }) => id === courseId && version >= least)
