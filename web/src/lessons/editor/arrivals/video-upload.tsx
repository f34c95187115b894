import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { readPicked } from '#web/uploads/intake/choose-files.ts'
import { IntakeReview } from '#web/uploads/intake/intake-review.tsx'
import { SkippedFiles } from '#web/uploads/intake/skipped-files.tsx'
import { useIntake } from '#web/uploads/intake/use-intake.ts'
import { folderOfKey } from '#web/uploads/place-captions.ts'
import { useUploads } from '#web/uploads/uploads.ts'
import { inProgress } from '#web/videos/asset-words.ts'
import { whyInWords } from '#web/videos/in-words.ts'
import { isOwnFolder, ownFolder } from './own-folder.ts'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly lessonId: LessonId
  readonly assets: readonly AssetCard[]
}

/** In a lesson that has no video yet: the way to send one that becomes its own. */
export default function VideoUpload({ courseId, lessonId, assets }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const intake = useIntake({
    courseId,
    assets,
    place: async (accepted) =>
      accepted.map((item) => ({
        ...item,
        chosen: { ...item.chosen, folder: ownFolder(lessonId) },
      })),
  })
  const sent = useUploads().some(
    ({ folder, state }) =>
      isOwnFolder(folder, lessonId) && state !== 'cancelled' && state !== 'failed',
  )
  const own = assets.filter(({ sourceKey }) => isOwnFolder(folderOfKey(sourceKey), lessonId))
  const refused = own.find(({ reason }) => reason !== null)
  if (own.some(inProgress) || (sent && own.length === 0))
    return (
      <p role="status" className="quiet">
        {words.onItsWay}
      </p>
    )
  return (
    <div>
      <input
        ref={field}
        type="file"
        hidden
        accept="video/*,.mkv,.mov,.mxf,.ts,.m2ts,.mts"
        aria-label={words.uploadVideo}
        onChange={({ currentTarget }) => {
          intake.add(readPicked(currentTarget.files ?? []))
          currentTarget.value = ''
        }}
      />
      <Button leftSection={<IconUpload size={18} />} onClick={() => field.current?.click()}>
        {words.uploadVideo}
      </Button>
      {refused && (
        <p role="alert" dir="auto" className="problem small">
          {whyInWords(refused)}
        </p>
      )}
      <IntakeReview intake={intake} />
      {intake.items.length === 0 && intake.skipped.length > 0 && (
        <SkippedFiles skipped={intake.skipped} />
      )}
    </div>
  )
}
