import type { ArticleDocument } from '#contract/articles/document'
import type { ArticleSource } from '#contract/articles/markdown/document-of'
import type { MediaId } from '#contract/courses/content-paths'
import type { CourseFile } from '#contract/files/file'
import type {
  ContentOf,
  DraftOf,
  LessonKind,
  LineOf,
  OutlinedOf,
  SyllabusOf,
} from '#contract/lessons/kinds/index'
import type { CourseId } from '#contract/platform/ids'
import type { LessonSettings } from '#contract/platform/lesson-settings'
import type { Heartbeat, LessonProgress } from '#contract/progress/progress'
import type { Asset } from '#contract/videos/asset'
import type { AssetReader } from '#core/access/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { FileReader } from '#core/files/ports'

/** What the check of a lesson may ask. */
export interface CheckDeps {
  readonly assets: AssetReader
  readonly courseFiles: Pick<FileReader, 'get'>
  /** What the settings say to kinds of lessons. */
  readonly lessons: LessonSettings
}

/** What was read of the library for a publishing. */
export interface ReadForPublishing {
  readonly videos: ReadonlyMap<string, Asset>
  /** The course's files that its lessons use, those that are ready. */
  readonly files: ReadonlyMap<string, CourseFile>
  /** Reads Markdown, too: loaded by whoever publishes. */
  readonly documentOf: (source: ArticleSource) => ArticleDocument
  /** Where those who may open the lesson, and nobody else, fetch what an asset or a file lies as. */
  readonly folderOf: (mediaId: MediaId) => string
}

/** A lesson in the three places that a publishing writes. */
export interface Published<K extends LessonKind> {
  readonly line: LineOf<K>
  readonly content: ContentOf<K>
  readonly syllabus: SyllabusOf<K>
}

/** What the core does otherwise for each kind of lesson. */
export interface KindOf<K extends LessonKind> {
  /** Throws what speaks against fields that a new or changed lesson of the course is to have. */
  readonly check: (
    deps: CheckDeps,
    courseId: CourseId,
    fields: Partial<DraftOf<K>>,
  ) => Promise<void>
  /** Its long text, of which one answer cannot hold many; null where it has none. */
  readonly text: (lesson: DraftOf<K>) => string | null
  /** Its words beside its title, for whoever searches; empty where it has none of its own. */
  readonly searchText: (lesson: DraftOf<K>) => string
  /** The same lesson without its long text. */
  readonly withoutText: (lesson: DraftOf<K>) => OutlinedOf<K>
  /** Of one that nothing speaks against. */
  readonly publish: (lesson: DraftOf<K>, read: ReadForPublishing) => Published<K>

  /** A published lesson as it is now, since what it shows may change without publishing. */
  readonly current: (
    lesson: SyllabusOf<K>,
    syllabus: Pick<SyllabusReader, 'liveDuration'>,
  ) => Promise<SyllabusOf<K>>
  /** Progress without what this lesson does not have: a place beyond its end, ranges of what does not play. */
  readonly within: (progress: LessonProgress, lesson: SyllabusOf<K>) => LessonProgress
  /**
   * Whether a heartbeat completes the lesson, with all that was watched until then. The order in which heartbeats
   * arrive must not change it.
   */
  readonly completes: (
    heartbeat: Heartbeat,
    merged: Pick<LessonProgress, 'watched'>,
    lesson: SyllabusOf<K>,
  ) => boolean
}
