import type { BodyInput } from '#contract/http/route'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import type { OutlinedLesson } from '#contract/lessons/lesson'
import type { routes as declared } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import type { Editing } from '#web/courses/use-draft.ts'
import { formOf } from '#web/lessons/editor/kinds/index.ts'
import { AudienceField } from '#web/lessons/gate/audience-field.tsx'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import layout from '#web/ui/layout.module.css'
import { MoveButtons } from './move-buttons.tsx'
import styles from './outline.module.css'
import { followedBy } from './outline-order.ts'
import { words } from './words/en.ts'

export interface LessonRowProps {
  readonly lessons: readonly OutlinedLesson[]
  readonly lesson: OutlinedLesson
  readonly at: number
  readonly assets: readonly AssetCard[]
  readonly editing: Editing
}

/** All that an author edits of a lesson. */
export function LessonRow({
  lessons,
  lesson,
  at,
  assets,
  editing: { change, save },
}: LessonRowProps) {
  const { courseId, id: lessonId } = lesson
  const params = { courseId, lessonId }
  const update = (body: BodyInput<(typeof declared)['updateLesson']>) =>
    call(routes.updateLesson, { params, body })
  const Form = formOf(lesson.kind)
  return (
    <>
      <div className={layout.titleRow}>
        <span className="quiet">{kinds.names[lesson.kind]}</span>
        <TitleField
          label={words.lessonTitle}
          maxLength={lessonLimits.title}
          {...draftField(lesson, 'title', (title, seen) =>
            save(() => update({ title, revision: seen })),
          )}
        />
        <span className={styles.tools}>
          <MoveButtons
            what={lesson.title}
            at={at}
            length={lessons.length}
            move={(to) => change(() => update({ after: followedBy(lessons, at, to) }))}
          />
          <DeleteButton
            label={words.removeLesson(lesson.title)}
            question={words.removeLessonAsked(<bdi key="title">{lesson.title}</bdi>)}
            onDelete={() => change(() => call(routes.deleteLesson, { params }))}
          />
        </span>
      </div>
      <AudienceField
        lesson={lesson.title}
        audience={lesson.audience}
        save={(audience) => change(() => update({ audience, revision: lesson.revision }))}
      />
      <Form
        lesson={lesson}
        assets={assets}
        change={(fields) => change(() => update(fields))}
        save={(fields) => save(() => update(fields))}
      />
    </>
  )
}
