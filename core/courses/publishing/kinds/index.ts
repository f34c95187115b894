import type { PublishWarning } from '#contract/courses/publishing/warnings'
import type { LessonKind } from '#contract/lessons/kinds/index'
import type { CourseId } from '#contract/platform/ids'
import type { WholeOutline } from '#core/lessons/outline'
import { article } from './article.ts'
import type { Checked, CheckOf } from './check.ts'
import { embed } from './embed.ts'
import { file } from './file.ts'
import { video } from './video.ts'

const checks: { readonly [K in LessonKind]: CheckOf<K> } = { video, article, file, embed }
const checkOf = <K extends LessonKind>(kind: K): CheckOf<K> => checks[kind]

/** What in a draft is likely a mistake, in its order. */
export function warningsOf(
  courseId: CourseId,
  draft: WholeOutline,
  shown: Pick<Checked, 'videos' | 'files'>,
): PublishWarning[] {
  const lessonIds = new Set(draft.flatMap(({ lessons }) => lessons.map(({ id }) => id)))
  return draft.flatMap(({ title, lessons }): PublishWarning[] =>
    lessons.length === 0
      ? [{ code: 'module_empty', module: title }]
      : lessons.flatMap((lesson) =>
          checkOf(lesson.kind)(lesson, { courseId, lessonIds, ...shown }).map((warning) => ({
            ...warning,
            lessonId: lesson.id,
            lesson: lesson.title,
          })),
        ),
  )
}
