import { useEffect, useRef, useState } from 'react'
import { ReadThrough } from '#web/documents/model/read-through.ts'
import { heartbeatSeconds } from '#web/progress/heartbeat-seconds.ts'
import type { ViewProps } from './kind.ts'
import { pageInAddress, useAskedPage, writePage } from './page-in-address.ts'

interface Shown {
  readonly page: number
  readonly first: number
  readonly last: number
  readonly pageCount: number
}

/** A page was read that was in front for so long. */
const READ_MS = 1_000
/** The address follows once somebody stays: browsers allow a hundred changes in half a minute. */
const STAYS_MS = 400

/**
 * Where in a document its reader is: kept in the address, and with their progress, at the pace at which videos do. Who has
 * had every page up to the last in front is done.
 */
export function useReading({ progress, record }: ViewProps<'file'>) {
  // Where it was left, unless the address names a page: whoever goes on there has read what is before.
  const [left] = useState(() => Math.floor(progress?.positionSeconds ?? 0) + 1)
  const [startPage] = useState(() => pageInAddress() ?? left)
  const askedPage = useAskedPage()
  const now = useRef({ page: startPage, told: 0, isDone: progress?.completed ?? false })
  now.current.isDone ||= progress?.completed ?? false
  const reading = useRef<ReadThrough>(undefined)
  const timers = useRef({ read: 0, address: 0 })
  const latest = useRef(record)
  latest.current = record

  const tell = useRef((completed = false) => {
    const { page, told } = now.current
    if (page === told && !completed) return
    now.current.told = page
    void latest.current({ positionSeconds: page - 1, durationSeconds: 0, watched: [], completed })
  }).current

  useEffect(() => {
    // So that "Continue" leads back here.
    tell()
    let pace: ReturnType<typeof setInterval> | undefined
    let isLeft = false
    heartbeatSeconds().then(
      (seconds) => {
        if (!isLeft) pace = setInterval(tell, seconds * 1_000)
      },
      (error: unknown) => console.warn('The page is told on leaving alone', error),
    )
    const hide = () => {
      if (document.visibilityState === 'hidden') tell()
    }
    const leave = () => tell()
    document.addEventListener('visibilitychange', hide)
    addEventListener('pagehide', leave)
    const waiting = timers.current
    return () => {
      isLeft = true
      clearInterval(pace)
      clearTimeout(waiting.read)
      clearTimeout(waiting.address)
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('pagehide', leave)
      tell()
    }
  }, [tell])

  const onShown = ({ page, first, last, pageCount }: Shown) => {
    now.current.page = page
    reading.current ??= new ReadThrough(Math.min(left, pageCount), pageCount)
    const { read, address } = timers.current
    clearTimeout(read)
    clearTimeout(address)
    timers.current.address = window.setTimeout(() => writePage(page), STAYS_MS)
    timers.current.read = window.setTimeout(() => {
      reading.current?.add(first, last)
      if (reading.current?.isWhole && !now.current.isDone) tell(true)
    }, READ_MS)
  }
  return { startPage, askedPage, onShown, finish: () => tell(true) }
}
