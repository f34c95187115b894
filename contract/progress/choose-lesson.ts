interface Done {
  readonly lessonId: string
  readonly completed: boolean
}

/**
 * Where to go on among the lessons that may be opened: the last while it is not done, then the next that is not,
 * then one before it. Who has done all comes back to the last. Where all are locked, the first says until when.
 */
export function chooseLesson<L extends { readonly id: string }>(
  all: readonly L[],
  lastLessonId: string | null,
  progress: readonly Done[],
  mayOpen: (lesson: L) => boolean = () => true,
): L | undefined {
  const lessons = all.some(mayOpen) ? all.filter(mayOpen) : all
  const done = new Set(progress.filter((one) => one.completed).map((one) => one.lessonId))
  const last = lessons.findIndex((lesson) => lesson.id === lastLessonId)
  const isOpen = (lesson: L) => !done.has(lesson.id)
  return (
    lessons.slice(Math.max(0, last)).find(isOpen) ??
    lessons.find(isOpen) ??
    lessons.at(last < 0 ? 0 : last)
  )
}
