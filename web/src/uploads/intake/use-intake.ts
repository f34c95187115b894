import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { EncodingBudget } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { messageOf } from '#web/ui/notices.tsx'
import type { KnownAsset } from '#web/uploads/place-captions.ts'
import { sortFiles } from '#web/uploads/sort-files.ts'
import type { FileWithHandle } from '#web/uploads/upload.ts'
import { uploadQueue } from '#web/uploads/uploads.ts'
import { inWords } from '#web/videos/in-words.ts'
import { type Estimate, type IntakeItem, sumUp } from './intake.ts'
import { readVideoFacts } from './read-video-facts.ts'
import { entriesOf, placeLoose, type UploadTarget } from './upload-entries.ts'
import { words } from './words/en.ts'

interface IntakeOptions extends UploadTarget {
  /** The course's videos, as far as they are known: captions that come alone are for one of them. */
  readonly assets: readonly KnownAsset[]
  /** Says where those that are accepted go, before they are sent: those that it leaves out are not. */
  readonly place?: (accepted: readonly IntakeItem[]) => Promise<readonly IntakeItem[]>
}

/** What was sent without a question. */
export interface Started {
  readonly videos: number
  /** Files for videos that were here before. */
  readonly captions: number
  readonly costUsd: number
}

/** Files looked at together: reading one costs a decoder. */
const AT_ONCE = 4

/**
 * From chosen files to uploads: sorts them, reads what the browser can tell, asks what encoding costs,
 * and sends at once what is small. `review` holds what a person should look at before.
 */
export function useIntake({ courseId, courseSlug, replaces, assets, place }: IntakeOptions) {
  const target = useMemo(
    () => ({ courseId, courseSlug, replaces }),
    [courseId, courseSlug, replaces],
  )
  const [items, setItems] = useState<readonly IntakeItem[]>([])
  const [skipped, setSkipped] = useState<readonly { name: string; why: string }[]>([])
  const [budget, setBudget] = useState<EncodingBudget | null>(null)
  const [started, setStarted] = useState<Started | null>(null)
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
        why: words.onlyOne,
      }))
      const { entries, homeless } = placeLoose(sorted.loose, target, assets, uploadQueue.list())
      uploadQueue.add(entries)
      setStarted(entries.length > 0 ? { videos: 0, captions: entries.length, costUsd: 0 } : null)
      setSkipped([...sorted.skipped, ...more, ...homeless])
      setItems((before) => (replaces ? fresh : [...before, ...fresh]))
      line.current.push(...fresh)
      for (let n = 0; n < AT_ONCE; n += 1) void work()
    },
    [target, replaces, assets, work],
  )

  const placeNow = useRef(place)
  placeNow.current = place
  const start = useCallback(async () => {
    const { accepted, costUsd } = sumUp(items, budget)
    setItems([])
    const placed = placeNow.current ? await placeNow.current(accepted) : accepted
    uploadQueue.add(placed.flatMap((item) => entriesOf(item, target)))
    if (placed.length > 0) setStarted({ videos: placed.length, captions: 0, costUsd })
  }, [items, budget, target])

  const settled = items.length > 0 && !sum.reading
  useEffect(() => {
    if (settled && !sum.ask) void start()
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
      estimate: { kind: 'unknown', why: words.knownLater },
      budget: null,
    }
  try {
    const answer = await call(routes.estimateEncoding, {
      params: { courseId },
      body: { ...facts, sizeBytes: file.size },
    })
    const { objection, rungs, cost, budget } = answer
    if (objection !== null)
      return { estimate: { kind: 'refused', why: inWords(objection) }, budget }
    return { estimate: { kind: 'known', facts, rungs, cost }, budget }
  } catch (error) {
    return { estimate: { kind: 'unknown', why: messageOf(error) }, budget: null }
  }
}
