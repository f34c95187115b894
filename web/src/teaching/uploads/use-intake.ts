import { useCallback, useEffect, useRef, useState } from 'react'
import type { AssetId, CourseId } from '#contract/ids'
import type { EncodingBudget } from '#contract/models/asset'
import { call, routes } from '../../api/client.ts'
import { messageOf } from '../../layout/notices.tsx'
import { type Estimate, type IntakeItem, sumUp } from './intake.ts'
import { readVideoFacts } from './read-video-facts.ts'
import { folderBelowCourse, sortFiles } from './sort-files.ts'
import type { FileWithHandle, UploadPlan } from './upload.ts'
import { uploadQueue } from './uploads.ts'

interface IntakeOptions {
  readonly courseId: CourseId
  readonly courseSlug?: string | undefined
  readonly replaces?: AssetId | undefined
}

/** Files looked at together: reading one costs a decoder. */
const AT_ONCE = 4

/**
 * From chosen files to uploads: sorts them, reads what the browser can tell, asks what encoding costs,
 * and sends at once what is small. `review` holds what a person should look at before.
 */
export function useIntake({ courseId, courseSlug, replaces }: IntakeOptions) {
  const [items, setItems] = useState<readonly IntakeItem[]>([])
  const [skipped, setSkipped] = useState<readonly { name: string; why: string }[]>([])
  const [budget, setBudget] = useState<EncodingBudget | null>(null)
  const [started, setStarted] = useState<{ videos: number; costUsd: number } | null>(null)
  const line = useRef<IntakeItem[]>([])
  const reading = useRef(0)
  const sum = sumUp(items, budget)

  const work = useCallback(async () => {
    if (reading.current >= AT_ONCE) return
    reading.current += 1
    for (let next = line.current.shift(); next; next = line.current.shift()) {
      const { id, chosen } = next
      const { estimate, budget: month } = await estimateOf(courseId, chosen.file)
      if (month) setBudget(month)
      setItems((before) => before.map((one) => (one.id === id ? { ...one, estimate } : one)))
    }
    reading.current -= 1
  }, [courseId])

  const add = useCallback(
    (chosen: readonly FileWithHandle[]) => {
      if (chosen.length === 0) return
      const sorted = sortFiles(chosen)
      const videos = replaces ? sorted.videos.slice(0, 1) : sorted.videos
      const fresh = videos.map(
        (video): IntakeItem => ({
          id: crypto.randomUUID(),
          chosen: video,
          captions: sorted.captions
            .filter(({ beside }) => beside === video)
            .map((one) => one.chosen),
          estimate: { kind: 'reading' },
        }),
      )
      const more = sorted.videos.slice(videos.length).map(({ file }) => ({
        name: file.name,
        why: 'One video takes the place of another. Choose one.',
      }))
      setStarted(null)
      setSkipped([...sorted.skipped, ...more])
      setItems((before) => (replaces ? fresh : [...before, ...fresh]))
      line.current.push(...fresh)
      for (let n = 0; n < AT_ONCE; n += 1) void work()
    },
    [replaces, work],
  )

  const start = useCallback(() => {
    const { accepted, costUsd } = sumUp(items, budget)
    uploadQueue.add(accepted.flatMap((item) => entriesOf(item, { courseId, courseSlug, replaces })))
    setStarted({ videos: accepted.length, costUsd })
    setItems([])
  }, [items, budget, courseId, courseSlug, replaces])

  const settled = items.length > 0 && !sum.reading
  useEffect(() => {
    if (settled && !sum.ask) start()
  }, [settled, sum.ask, start])

  return {
    add,
    start,
    items,
    skipped,
    budget,
    started,
    sum,
    remove: (id: string) => setItems((before) => before.filter((one) => one.id !== id)),
    cancel: () => {
      line.current = []
      setItems([])
      setSkipped([])
      setStarted(null)
    },
  }
}
export type Intake = ReturnType<typeof useIntake>

async function estimateOf(
  courseId: CourseId,
  file: File,
): Promise<{ estimate: Estimate; budget: EncodingBudget | null }> {
  const facts = await readVideoFacts(file)
  if (!facts)
    return {
      estimate: { kind: 'unknown', why: 'Length and cost are known after the upload.' },
      budget: null,
    }
  try {
    const answer = await call(routes.estimateEncoding, {
      params: { courseId },
      body: { ...facts, sizeBytes: file.size },
    })
    const { objection, rungs, estimatedCostUsd: costUsd, budget } = answer
    if (objection !== null) return { estimate: { kind: 'refused', why: objection }, budget }
    return { estimate: { kind: 'known', facts, rungs, costUsd }, budget }
  } catch (error) {
    return { estimate: { kind: 'unknown', why: messageOf(error) }, budget: null }
  }
}

function entriesOf(item: IntakeItem, { courseId, courseSlug, replaces }: IntakeOptions) {
  const planOf = (id: string, { file, folder }: FileWithHandle, beside: string | null) =>
    ({
      id,
      courseId,
      fileName: file.name,
      sizeBytes: file.size,
      lastModified: file.lastModified,
      contentType: file.type || 'application/octet-stream',
      folder: folderBelowCourse(folder, courseSlug) || null,
      beside,
      replaces: beside === null ? (replaces ?? null) : null,
      session: null,
      paused: false,
    }) satisfies UploadPlan
  const entryOf = (id: string, one: FileWithHandle, beside: string | null) => ({
    plan: planOf(id, one, beside),
    file: one.file,
    handle: one.handle,
  })
  return [
    entryOf(item.id, item.chosen, null),
    ...item.captions.map((one) => entryOf(crypto.randomUUID(), one, item.id)),
  ]
}
