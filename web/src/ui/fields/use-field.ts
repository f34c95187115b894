import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { messageOf } from '#web/ui/notices.tsx'
import {
  arrived,
  begin,
  type Clean,
  confirmed,
  type FieldState,
  failed,
  givenBack,
  isTouched,
  keptMine,
  mayBeSent,
  refused,
  type Saved,
  sent,
  tidied,
  tookTheirs,
  typed,
  wordOf,
} from './field-state.ts'
import { dropKept, keepText, readKept } from './kept-text.ts'

/** A field of a course, or of a module or lesson in it. */
export interface FieldOf {
  readonly courseId: CourseId
  readonly of?: ModuleId | LessonId
  readonly name: string
}

export interface FieldOptions {
  readonly saved: Saved
  /** Saves a value written over another; answers what the server holds then, and throws as `call` does. */
  readonly save: (value: string, over: Saved) => Promise<Saved>
  /** What the server holds instead, where an error says that somebody else was faster. */
  readonly conflictOf: (error: unknown) => Saved | null
  /** Cleans as the server does. */
  readonly clean: Clean
  /** @default nothing is saved before it is asked for */
  readonly autosaveMs?: number
  /** Of what it is a field, for those who ask who changed it. @default nobody knows */
  readonly whose?: FieldOf
  /** Under which name this browser keeps the text until it is saved. @default it does not */
  readonly keepAs?: string
}

/** A field of something that others may edit too. Nothing is sent of what nobody touched. */
export function useField(options: FieldOptions) {
  const { saved, clean, autosaveMs, keepAs } = options
  const { value, revision } = saved
  const [state, setState] = useState<FieldState>(() => {
    const kept = keepAs ? readKept(keepAs) : null
    return kept ? arrived({ ...begin(kept.base), text: kept.text }, saved, clean) : begin(saved)
  })
  const latest = useRef(state)
  const put = (next: FieldState) => {
    latest.current = next
    setState(next)
    if (!keepAs) return
    if (isTouched(next, clean)) keepText(keepAs, next)
    else dropKept(keepAs)
  }

  const send = () => {
    const { current } = latest
    if (!mayBeSent(current, clean)) return
    const sending = sent(current, clean)
    put(sending)
    options.save(sending.sending ?? '', current.base).then(
      (answer) => put(confirmed(latest.current, answer)),
      (error: unknown) => {
        const theirs = options.conflictOf(error)
        put(
          theirs
            ? refused(latest.current, theirs, clean)
            : failed(latest.current, messageOf(error)),
        )
      },
    )
  }
  const onArrival = useEffectEvent((newest: Saved) => {
    const next = arrived(latest.current, newest, clean)
    if (next !== latest.current) put(next)
  })
  // What was kept is sent without waiting for a key.
  const sendKept = useEffectEvent(send)
  useEffect(() => sendKept(), [])
  const isIdle = state.sending === null
  useEffect(() => {
    if (isIdle) onArrival({ value, revision })
  }, [value, revision, isIdle])

  const sendNow = useEffectEvent(send)
  const waits = mayBeSent(state, clean) && state.failure === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the wait anew
  useEffect(() => {
    if (autosaveMs === undefined || !waits) return
    const timer = setTimeout(sendNow, autosaveMs)
    return () => clearTimeout(timer)
  }, [autosaveMs, waits, state.text])

  const touched = isTouched(state, clean)
  useEffect(() => {
    if (!touched) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const onHide = () => autosaveMs !== undefined && document.hidden && sendNow()
    addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [touched, autosaveMs])

  useEffect(() => {
    if (autosaveMs !== undefined) return () => sendNow()
  }, [autosaveMs])

  return {
    text: state.text,
    theirs: state.theirs,
    whose: options.whose,
    failure: state.failure,
    word: wordOf(state, clean),
    type: (text: string) => put(typed(latest.current, text, clean)),
    send,
    giveBack: () => put(givenBack(latest.current)),
    /** The person has left the field. */
    leave: () => {
      put(tidied(latest.current, clean))
      send()
    },
    keepMine: () => {
      put(keptMine(latest.current))
      send()
    },
    takeTheirs: () => put(tookTheirs(latest.current)),
  }
}
export type Field = ReturnType<typeof useField>
