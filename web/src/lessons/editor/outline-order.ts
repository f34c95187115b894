import { words } from './words/en.ts'

/** Which item the one at `from` follows once it is where the one at `to` is now; null: none. */
export function followedBy<Id extends string>(
  items: readonly { readonly id: Id }[],
  from: number,
  to: number,
): Id | null {
  const others = items.filter((_, at) => at !== from)
  return others[to - 1]?.id ?? null
}

interface DraftLesson {
  readonly title: string
  readonly kind: 'video' | 'article'
  readonly assetId?: string | null
}

/** What stands between a draft and learners, as sentences that say what to do. */
export function publishProblems(
  modules: readonly { readonly lessons: readonly DraftLesson[] }[],
  assets: readonly {
    readonly id: string
    readonly state: string
    /** A video that is live can be shown while its next version is prepared. */
    readonly liveVersion?: number | null
  }[],
): string[] {
  const lessons = modules.flatMap((module) => module.lessons)
  if (lessons.length === 0) return [words.noLessons]
  return lessons.flatMap((lesson) => {
    if (lesson.kind !== 'video') return []
    if (!lesson.assetId) return [words.noVideo(lesson.title)]
    const asset = assets.find((one) => one.id === lesson.assetId)
    if (!asset || asset.state === 'ready' || asset.liveVersion) return []
    return asset.state === 'failed' || asset.state === 'rejected' || asset.state === 'held'
      ? [words.badVideo(lesson.title)]
      : [words.videoInWork(lesson.title)]
  })
}
