import type { Chapter } from '#contract/videos/asset'
import { words } from './words/en.ts'

type Chapters = readonly Chapter[]

/** In ascending order, one at a moment, and the first at 0: what stands before any is the start. */
function inOrder(chapters: Chapters): Chapter[] {
  const sorted = [...chapters].sort((a, b) => a.startSeconds - b.startSeconds)
  const first = sorted[0]
  return first && first.startSeconds > 0
    ? [{ startSeconds: 0, title: words.start }, ...sorted]
    : sorted
}

/** With one more chapter; one at the same second gets the new title. */
export function addChapter(chapters: Chapters, startSeconds: number, title: string): Chapter[] {
  const at = Math.max(0, Math.floor(startSeconds))
  const others = chapters.filter((one) => Math.floor(one.startSeconds) !== at)
  return inOrder([...others, { startSeconds: at, title }])
}

/** Where a chapter stands, as it was seen; -1 when somebody changed or deleted it. */
const find = (chapters: Chapters, seen: Chapter) => chapters.findIndex((one) => isSame(one, seen))
const isSame = (a: Chapter, b: Chapter) => a.startSeconds === b.startSeconds && a.title === b.title

/** An edit of the chapters as they are stored; null when what it was made for is not there any more. */
export type EditChapters = (chapters: Chapters) => Chapter[] | null

export const renameChapter =
  (seen: Chapter, title: string): EditChapters =>
  (chapters) => {
    const at = find(chapters, seen)
    return at < 0 ? null : chapters.with(at, { ...seen, title })
  }

export const moveChapter =
  (seen: Chapter, startSeconds: number): EditChapters =>
  (chapters) => {
    const at = find(chapters, seen)
    return at < 0 ? null : addChapter(chapters.toSpliced(at, 1), startSeconds, seen.title)
  }

/** Without one; when the first goes, the next begins at 0. */
export const removeChapter =
  (seen: Chapter): EditChapters =>
  (chapters) => {
    const at = find(chapters, seen)
    if (at < 0) return null
    const [first, ...rest] = chapters.toSpliced(at, 1)
    return first ? [{ ...first, startSeconds: 0 }, ...rest] : []
  }

/** As it was before a deletion, or with the deleted one again where others changed more. */
export const undoRemoval =
  (before: Chapters, removed: Chapter): EditChapters =>
  (chapters) => {
    const after = removeChapter(removed)(before) ?? []
    const isUntouched =
      after.length === chapters.length && after.every((one) => find(chapters, one) >= 0)
    return isUntouched ? [...before] : addChapter(chapters, removed.startSeconds, removed.title)
  }
