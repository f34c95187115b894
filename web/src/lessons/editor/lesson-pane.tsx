import { Link } from '@tanstack/react-router'
import type { BodyInput } from '#contract/http/route'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import type { DraftOutline, OutlinedLesson } from '#contract/lessons/lesson'
import type { routes as declared } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import type { Editing } from '#web/courses/use-draft.ts'
import { formOf } from '#web/lessons/editor/kinds/index.ts'
import { RulesPart } from '#web/lessons/editor/rules/rules-part.tsx'
import { AudienceField } from '#web/lessons/gate/audience-field.tsx'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import styles from './editor-page.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly lesson: OutlinedLesson
  readonly outline: DraftOutline
  readonly timeZone: string
  readonly assets: readonly AssetCard[]
  readonly editing: Editing
}

/** All that an author edits of a lesson. */
export default function LessonPane({ lesson, outline, timeZone, assets, ...props }: Props) {
  const { change, save } = props.editing
  const { courseId, id: lessonId } = lesson
  const params = { courseId, lessonId }
  const update = (body: BodyInput<(typeof declared)['updateLesson']>) =>
    call(routes.updateLesson, { params, body })
  const Form = formOf(lesson.kind)
  return (
    <section aria-label={lesson.title} className={styles.lesson} data-lesson={lesson.id}>
      <p className="quiet">
        {kinds.names[lesson.kind]}
        {' · '}
        <Link to="/teach/$courseId/preview/{-$lessonId}" params={params}>
          {words.previewLesson}
        </Link>
      </p>
      <TitleField
        heading
        label={words.lessonTitle}
        maxLength={lessonLimits.title}
        {...draftField(lesson, 'title', (title, seen) =>
          save(() => update({ title, revision: seen })),
        )}
      />
      <AudienceField
        lesson={lesson.title}
        audience={lesson.audience}
        save={(audience) => change(() => update({ audience, revision: lesson.revision }))}
      />
      {lesson.audience?.who !== 'everyone' && (
        <RulesPart
          {...{ lesson, outline, timeZone }}
          save={(rules) => change(() => update({ rules, revision: lesson.revision }))}
        />
      )}
      <Form
        lesson={lesson}
        assets={assets}
        change={(fields) => change(() => update(fields))}
        save={(fields) => save(() => update(fields))}
      />
    </section>
  )
}
