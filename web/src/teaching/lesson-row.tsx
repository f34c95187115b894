import { useCallback } from 'react'
import type { AssetCard } from '#contract/models/asset'
import type { Lesson } from '#contract/models/lesson'
import type { BodyInput } from '#contract/route'
import type { routes as declared } from '#contract/routes'
import { call, routes } from '../api/client.ts'
import { CompletionShareField } from './completion-share-field.tsx'
import { DeleteButton, TextField, TitleField } from './fields.tsx'
import { MoveButtons } from './module-card.tsx'
import { followedBy } from './outline-order.ts'
import type { Change } from './use-draft.ts'
import { VideoChoice } from './video-choice.tsx'

interface Props {
  readonly lessons: readonly Lesson[]
  readonly lesson: Lesson
  readonly at: number
  readonly assets: readonly AssetCard[]
  readonly change: Change
}

export function LessonRow({ lessons, lesson, at, assets, change }: Props) {
  const { courseId, id: lessonId } = lesson
  const update = useCallback(
    (body: BodyInput<(typeof declared)['updateLesson']>) =>
      change(() => call(routes.updateLesson, { params: { courseId, lessonId }, body })),
    [change, courseId, lessonId],
  )
  const saveText = useCallback((text: string) => update({ text }), [update])
  return (
    <li>
      <div className="title-row">
        <span className="quiet">{lesson.kind === 'video' ? 'Video' : 'Article'}</span>
        <TitleField
          label="Title of lesson"
          required
          maxLength={200}
          value={lesson.title}
          onSave={(title) => update({ title })}
        />
        <span className="row-tools">
          <MoveButtons
            what={lesson.title}
            at={at}
            length={lessons.length}
            move={(to) => update({ after: followedBy(lessons, at, to) })}
          />
          <DeleteButton
            what={`lesson “${lesson.title}”`}
            onDelete={() =>
              change(() => call(routes.deleteLesson, { params: { courseId, lessonId } }))
            }
          />
        </span>
      </div>
      {lesson.kind === 'video' ? (
        <>
          <VideoChoice
            courseId={courseId}
            label={`Video for ${lesson.title}`}
            chosenId={lesson.assetId}
            assets={assets}
            choose={(assetId) => update({ assetId })}
          />
          <CompletionShareField
            lesson={lesson.title}
            share={lesson.completionShare}
            onSave={(completionShare) => update({ completionShare })}
          />
        </>
      ) : (
        <TextField
          label={`Text of ${lesson.title}, in Markdown`}
          maxLength={50_000}
          value={lesson.text}
          onSave={saveText}
        />
      )}
    </li>
  )
}
