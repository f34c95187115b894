import type { Chapter } from '#contract/models/asset'

type Chapters = readonly Chapter[]

/** In ascending order, one at a moment, and the first at 0: what stands before any is the start. */
function inOrder(chapters: Chapters): Chapter[] {
  const sorted = [...chapters].sort((a, b) => a.startSeconds - b.startSeconds)
  const first = sorted[0]
  return first && first.startSeconds > 0 ? [{ startSeconds: 0, title: 'Start' }, ...sorted] : sorted
}

/** With one more chapter; one at the same second gets the new title. */
export function addChapter(chapters: Chapters, startSeconds: number, title: string): Chapter[] {
  const at = Math.max(0, Math.floor(startSeconds))
  const others = chapters.filter((one) => Math.floor(one.startSeconds) !== at)
  return inOrder([...others, { startSeconds: at, title }])
}

export const renameChapter = (chapters: Chapters, at: number, title: string): Chapter[] =>
  chapters.map((chapter, index) => (index === at ? { ...chapter, title } : chapter))

export const moveChapter = (chapters: Chapters, at: number, startSeconds: number): Chapter[] => {
  const moved = chapters[at]
  return moved
    ? addChapter(
        chapters.filter((one) => one !== moved),
        startSeconds,
        moved.title,
      )
    : [...chapters]
}

/** Without one; when the first goes, the next begins at 0. */
export function removeChapter(chapters: Chapters, at: number): Chapter[] {
  const left = chapters.filter((_, index) => index !== at)
  const [first, ...rest] = left
  return first ? [{ ...first, startSeconds: 0 }, ...rest] : []
}
