import { LessonId } from '#contract/platform/ids'
import type { Checked } from './check.ts'

/**
 * Whether a link leads nowhere, as far as that is told without following it, which would let authors have the server
 * ask what they like: a lesson that the course has not, a host that only the author's own machine knows.
 */
export function isBrokenLink(
  address: string,
  { courseId, lessonIds }: Pick<Checked, 'courseId' | 'lessonIds'>,
): boolean {
  if (/^mailto:/i.test(address)) return !/^mailto:[^@\s]+@[^@\s]+/i.test(address)
  const [, course, lesson] = /^\/learn\/([^/?#]+)\/([^/?#]+)/.exec(address) ?? []
  if (course === courseId && lesson)
    return !LessonId.safeParse(lesson).success || !lessonIds.has(lesson)
  if (!/^https?:/i.test(address)) return false
  const host = URL.parse(address)?.hostname
  return !host?.includes('.') || /^(127\.|10\.|192\.168\.)/.test(host)
}

/** Addresses of what was written as a link and is none, since articles do not lead there: `[notes](notes.pdf)`. */
export const unreadLinks = (text: string): string[] =>
  [...text.matchAll(/\[[^\][]*\]\(([^()\s]+)\)/g)].flatMap(([, address]) => address ?? [])
