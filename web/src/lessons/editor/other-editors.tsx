import type { DraftOutline } from '#contract/lessons/lesson'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { useOtherEditors } from './use-other-editors.ts'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly openId: LessonId | undefined
  readonly modules: DraftOutline
}

/** Who else edits the course at this moment, and what. */
export function OtherEditors({ courseId, openId, modules }: Props) {
  const others = useOtherEditors(courseId, openId ?? null)
  const titles = new Map(
    modules.flatMap(({ lessons }) => lessons.map(({ id, title }) => [id, title])),
  )
  return (
    <div role="status" data-part="others">
      {others.map(({ name, lessonId }, at) => {
        const lesson = lessonId && titles.get(lessonId)
        const who = name || words.somebody
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name
          <p key={at} className="quiet" dir="auto">
            {lesson ? words.editsLesson(who, lesson) : words.editsCourse(who)}
          </p>
        )
      })}
    </div>
  )
}
