import { lazy, Suspense } from 'react'
import { words } from '#web/lessons/editor/words/en.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { toPercent, toShare } from './completion-share.ts'
import { CompletionShareField } from './completion-share-field.tsx'
import type { FormProps } from './kind.ts'
import { VideoChoice } from './video-choice.tsx'

const VideoUpload = lazy(() => import('#web/lessons/editor/arrivals/video-upload.tsx'))

export function VideoForm({ lesson, assets, change, save }: FormProps<'video'>) {
  return (
    <>
      <VideoChoice
        courseId={lesson.courseId}
        label={words.videoFor(lesson.title)}
        chosenId={lesson.assetId}
        assets={assets}
        choose={(assetId) => change({ assetId, revision: lesson.revision })}
      />
      {lesson.assetId === null && (
        <Suspense>
          <VideoUpload courseId={lesson.courseId} lessonId={lesson.id} assets={assets} />
        </Suspense>
      )}
      <CompletionShareField
        lesson={lesson.title}
        {...draftField(
          lesson,
          'completionShare',
          (text, revision) => save({ completionShare: toShare(text) ?? undefined, revision }),
          toPercent,
        )}
      />
    </>
  )
}
