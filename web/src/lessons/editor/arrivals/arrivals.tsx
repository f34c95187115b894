import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import type { Editing } from '#web/courses/use-draft.ts'
import { send } from '#web/files/sendings.ts'
import { refreshFiles } from '#web/files/use-course-files.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { readPicked } from '#web/uploads/intake/choose-files.ts'
import type { IntakeItem } from '#web/uploads/intake/intake.ts'
import { IntakeReview } from '#web/uploads/intake/intake-review.tsx'
import { SkippedFiles } from '#web/uploads/intake/skipped-files.tsx'
import { useIntake } from '#web/uploads/intake/use-intake.ts'
import type { FileWithHandle } from '#web/uploads/upload.ts'
import { takeFiles } from './file-target.ts'
import { type Batch, type BatchEntry, makeLessons } from './make-lessons.ts'
import { ownFolder } from './own-folder.ts'
import { type Held, placeOfFiles } from './place-of-files.ts'
import { sortArrivals } from './sort-arrivals.ts'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly courseSlug: string
  readonly assets: readonly AssetCard[]
  readonly outline: DraftOutline
  readonly editing: Editing
  /** What takes files that are dropped. */
  readonly area: RefObject<HTMLElement | null>
  /** Each wish opens the dialog for files that go there. */
  readonly wish: Held | null
  readonly open: (id: LessonId) => void
}

/** Files that become lessons where they are dropped or chosen for; loaded once the page is calm. */
export default function Arrivals({ area, wish, outline, editing, open, ...course }: Props) {
  const { courseId } = course
  const queries = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const batches = useRef<Batch[]>([])
  const [refused, setRefused] = useState<readonly { name: string; why: string }[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [count, setCount] = useState(0)

  /** Makes the lessons of these; empty where that failed. */
  const make = async (batch: Batch, entries: readonly BatchEntry[]) => {
    if (entries.length === 0) return []
    try {
      await editing.save(() => makeLessons(courseId, batch, entries))
    } catch (error) {
      setProblem(messageOf(error))
    }
    const made = entries.filter(({ lessonId }) => lessonId !== null)
    setCount((before) => before + made.length)
    const [only] = batch.entries.length === 1 ? made : []
    if (only?.lessonId) open(only.lessonId)
    return made
  }
  /** One after the other, so that the first is there soonest. */
  const sendFiles = async (entries: readonly BatchEntry[]) => {
    for (const { file, lessonId } of entries)
      if (lessonId)
        await send(lessonId, { courseId, file }, async ({ id: fileId }) => {
          const params = { courseId, lessonId }
          await editing.save(() => call(routes.updateLesson, { params, body: { fileId } }))
          await refreshFiles(queries)
        })
  }
  const intake = useIntake({
    ...course,
    place: async (accepted) => {
      const placed: IntakeItem[] = []
      for (const batch of batches.current) {
        const files = new Set(accepted.map(({ chosen }) => chosen.file))
        const made = await make(
          batch,
          batch.entries.filter(({ file, lessonId }) => files.has(file) && lessonId === null),
        )
        for (const { file, lessonId } of made) {
          const item = accepted.find(({ chosen }) => chosen.file === file)
          if (item && lessonId)
            placed.push({ ...item, chosen: { ...item.chosen, folder: ownFolder(lessonId) } })
        }
      }
      batches.current = []
      return placed
    },
  })

  const arrive = (files: readonly FileWithHandle[], held: Held) => {
    const { lessons, others, refused } = sortArrivals(files)
    setRefused(refused)
    setProblem(null)
    setCount(0)
    const batch: Batch = {
      place: placeOfFiles(outline, held),
      entries: lessons.map(({ isVideo, chosen: { file } }) => ({ isVideo, file, lessonId: null })),
    }
    batches.current.push(batch)
    intake.add([...lessons.flatMap(({ isVideo, chosen }) => (isVideo ? [chosen] : [])), ...others])
    const plain = batch.entries.filter(({ isVideo }) => !isVideo)
    if (plain.length > 0) void make(batch, plain).then(sendFiles)
  }
  const arrived = useEffectEvent((files: Promise<FileWithHandle[]>, held: Held) => {
    files.then(
      (all) => arrive(all, held),
      () => setProblem(words.unread),
    )
  })
  useEffect(() => {
    if (area.current) return takeFiles(area.current, (files, held) => arrived(files, held))
  }, [area])
  useEffect(() => {
    if (wish) field.current?.click()
  }, [wish])

  const skipped = [...refused, ...intake.skipped]
  const dismiss = () => {
    setRefused([])
    setProblem(null)
    intake.cancel()
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        aria-label={words.chooseFiles}
        onChange={({ currentTarget }) => {
          if (wish) arrive(readPicked(currentTarget.files ?? []), wish)
          currentTarget.value = ''
        }}
      />
      <IntakeReview intake={intake} />
      <p role="status" className="quiet">
        {count > 0 && words.made(count)}
      </p>
      {problem && (
        <p role="alert" className="problem">
          {words.notMade} {problem}
        </p>
      )}
      {intake.items.length === 0 && skipped.length > 0 && (
        <div role="alert">
          <SkippedFiles skipped={skipped} />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={dismiss}>
            {words.dismiss}
          </Button>
        </div>
      )}
    </>
  )
}
