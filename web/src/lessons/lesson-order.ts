interface Outline<L> {
  readonly modules: readonly { readonly lessons: readonly L[] }[]
}

export const lessonsOf = <L>(outline: Outline<L>): L[] =>
  outline.modules.flatMap((module) => [...module.lessons])

/** The lesson that follows, or undefined after the last. */
export function nextLesson<L extends { readonly id: string }>(
  outline: Outline<L>,
  id: string,
): L | undefined {
  const lessons = lessonsOf(outline)
  const at = lessons.findIndex((lesson) => lesson.id === id)
  return at < 0 ? undefined : lessons[at + 1]
}
