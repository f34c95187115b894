export interface Chapter {
  readonly startSeconds: number
  readonly title: string
}

/** The chapter that `seconds` lies in. */
export const chapterAt = <C extends Chapter>(chapters: readonly C[], seconds: number) =>
  chapters.findLast((chapter) => chapter.startSeconds <= seconds)

export interface Section<T> {
  readonly title: string | undefined
  readonly items: readonly T[]
}

/** What begins in each chapter; without chapters, everything in one section that has no title. */
export function sectionsOf<T extends { readonly startTime: number }>(
  items: readonly T[],
  chapters: readonly Chapter[],
): Section<T>[] {
  const [first] = chapters
  if (!first) return items.length > 0 ? [{ title: undefined, items }] : []
  const before = items.filter((item) => item.startTime < first.startSeconds)
  const sections = chapters.map((chapter, at) => {
    const end = chapters[at + 1]?.startSeconds ?? Number.POSITIVE_INFINITY
    return {
      title: chapter.title,
      items: items.filter((item) => item.startTime >= chapter.startSeconds && item.startTime < end),
    }
  })
  const all: Section<T>[] = [{ title: undefined, items: before }, ...sections]
  return all.filter((section) => section.items.length > 0)
}
