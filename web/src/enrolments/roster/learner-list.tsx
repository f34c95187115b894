import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import type { Learner } from '#contract/enrolments/roster'
import { useRows } from '#web/ui/rows/use-rows.ts'
import { LearnerRow } from './learner-row.tsx'
import styles from './roster.module.css'
import { words } from './words/en.ts'

/** Of a row, as the stylesheet has it. */
const WIDE = 64
const NARROW = 128
/** So many rows before the end the next page is asked for. */
const AHEAD = 30

interface Props {
  readonly learners: readonly Learner[]
  readonly lessons: number
  readonly manage?: ((learner: Learner) => void) | undefined
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetching: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}

/** Only the rows that can be seen are in the page, and pages are asked for as they come near: 20,000 are as quick as ten. */
export function LearnerList({ learners, lessons, manage, list }: Props) {
  const isWide = useMediaQuery('(min-width: 800px)', true, { getInitialValueInEffect: false })
  const height = isWide ? WIDE : NARROW
  const { top, rows, before, after } = useRows(learners.length, height)
  const last = rows.at(-1) ?? 0
  const { hasNextPage, isFetching, fetchNextPage } = list
  const wantsMore = hasNextPage && !isFetching && last >= learners.length - AHEAD
  useEffect(() => {
    if (wantsMore) void fetchNextPage()
  }, [wantsMore, fetchNextPage])
  return (
    <>
      <ul className={styles.rows} ref={top} aria-label={words.list}>
        {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
        {rows.map((at) => {
          const learner = learners[at]
          return (
            learner && (
              <LearnerRow
                key={learner.userId}
                learner={learner}
                lessons={lessons}
                manage={manage}
                place={{
                  'aria-posinset': at + 1,
                  'aria-setsize': hasNextPage ? -1 : learners.length,
                }}
              />
            )
          )
        })}
        {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
      </ul>
      {hasNextPage && <p className="quiet">{words.loading}</p>}
    </>
  )
}
