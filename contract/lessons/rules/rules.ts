import type { LessonKind, OutlinedOf } from '#contract/lessons/kinds/index'
import type { AssetId, FileId } from '#contract/platform/ids'
import type { LessonSettings } from '#contract/platform/lesson-settings'
import type { Sayings } from '#contract/words/said'

/** What there is for lessons to show, and what the settings allow. */
export interface Known {
  readonly settings: LessonSettings
  readonly videos: ReadonlyMap<string, KnownVideo>
  /** Of those that lessons use. */
  readonly files: ReadonlyMap<string, KnownFile>
}

interface KnownVideo {
  readonly state: string
  readonly liveVersion: number | null
}

interface KnownFile {
  readonly state: string
}

/** What a problem's sentence names: the lesson's title. */
export const OF_LESSON = { lesson: 'text' } as const satisfies Sayings[string]

/** What server and client decide alike about a kind's lessons. Free of zod, for the browser. */
export interface RulesOf<K extends LessonKind, Problem extends string> {
  /** All that may stand between a lesson and learners. */
  readonly problems: Readonly<Record<Problem, typeof OF_LESSON>>
  /** What does; null where nothing does. */
  readonly problem: (lesson: OutlinedOf<K>, known: Known) => Problem | null
  /** The video of the library that it shows: null while none is chosen, undefined of a kind that shows none. */
  readonly assetId: (lesson: OutlinedOf<K>) => AssetId | null | undefined
  /** The videos of the library that stand in its text. */
  readonly videosWithin: (lesson: OutlinedOf<K>) => readonly AssetId[]
  /** The files of the course that it shows or hands out, besides the video. */
  readonly fileIds: (lesson: OutlinedOf<K>) => readonly FileId[]
  /** Whether nothing is left of it without them. */
  readonly needsFiles: boolean
  /** The origins whose pages it shows in a frame, by the settings. */
  readonly frames: (settings: LessonSettings) => readonly string[]
}
