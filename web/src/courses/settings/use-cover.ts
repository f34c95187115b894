import { useEffect, useRef, useState } from 'react'
import type { CourseCover, CoverChoice } from '#contract/courses/properties/cover'
import { send } from '#web/files/sendings.ts'
import { messageOf } from '#web/ui/notices.tsx'
import type { SectionProps } from './section.ts'

/** What is moved is saved once it has stood still for so long. */
const STILL_MS = 400
const MIDDLE = 50

/** A course's cover as it is chosen, and as it is to be once what was done last is saved. */
export function useCover({ course, update }: SectionProps) {
  const [answered, setAnswered] = useState(course)
  const [moved, setMoved] = useState<number | null>(null)
  const [removed, setRemoved] = useState<CoverChoice | null>(null)
  const [state, setState] = useState<'saved' | 'saving'>('saved')
  const [problem, setProblem] = useState<string | null>(null)
  const known = answered.revision > course.revision ? answered : course
  const newest = useRef(known)
  newest.current = known
  const last = useRef(Promise.resolve(true))
  const saved = known.cover
  const cover: CourseCover | null = saved && { ...saved, focus: moved ?? saved.focus }

  const write = async (choice: CoverChoice | null, over?: number) => {
    setState('saving')
    setProblem(null)
    try {
      newest.current = await update({
        cover: choice,
        ...(over !== undefined && { revision: over }),
      })
      setAnswered(newest.current)
      return true
    } catch (error) {
      setProblem(messageOf(error))
      return false
    } finally {
      // What was moved while it was being saved is saved next.
      setMoved((now) => (now === choice?.focus || !choice ? null : now))
      setState('saved')
    }
  }
  /** One after the other, each over what the one before answered. */
  const inTurn = (save: () => Promise<boolean>) => {
    last.current = last.current.then(save)
    return last.current
  }

  const fileId = saved?.fileId
  const isBehind = moved !== null && moved !== saved?.focus && state === 'saved'
  useEffect(() => {
    if (!isBehind || !fileId) return
    const timer = setTimeout(
      () => void inTurn(() => write({ fileId, focus: moved }, newest.current.revision)),
      STILL_MS,
    )
    return () => clearTimeout(timer)
  })

  return {
    cover,
    removed,
    state: moved === null ? state : ('saving' as const),
    problem,
    move: setMoved,
    remove: async () => {
      if (cover && (await inTurn(() => write(null, newest.current.revision))))
        setRemoved({ fileId: cover.fileId, focus: cover.focus })
    },
    putBack: async () => {
      if (removed && (await inTurn(() => write(removed)))) setRemoved(null)
    },
    /** Also where the page was left meanwhile. */
    take: (file: File) =>
      send(coverKey(course.id), { courseId: course.id, file, use: 'image' }, async ({ id }) => {
        setAnswered(await update({ cover: { fileId: id, focus: MIDDLE } }))
        setMoved(null)
        setRemoved(null)
      }),
  }
}

/** By which its upload is known. */
export const coverKey = (courseId: string) => `cover of ${courseId}`
