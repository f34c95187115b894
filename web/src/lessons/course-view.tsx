import { Button } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { Link, Navigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { chooseLesson } from '#contract/progress/choose-lesson'
import type { LessonProgress } from '#contract/progress/progress'
import { useCalm } from '#web/ui/moments/use-calm.ts'
import { Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { LockedLesson } from './gate/locked-lesson.tsx'
import { openingsOf, titlesIn } from './gate/openings.ts'
import { waitInWords } from './gate/wait-in-words.tsx'
import styles from './learn-page.module.css'
import { lessonsOf, nextLesson } from './lesson-order.ts'
import type { Learned, Line } from './line.ts'
import { OutlineList } from './outline-list.tsx'
import type { Way } from './way.ts'
import { words } from './words/en.ts'

const loadDrawer = () => import('./contents-drawer.tsx')
const ContentsDrawer = lazy(loadDrawer)

interface Props<L extends Line> {
  readonly outline: {
    readonly courseId: CourseId
    readonly title: string
    readonly timeZone?: string | undefined
    readonly modules: readonly {
      readonly id: string
      readonly title: string
      readonly lessons: readonly L[]
    }[]
  }
  readonly learned: Learned
  /** By the server's clock: what is open by then may be opened. */
  readonly now: Date
  /** The one that the address names. */
  readonly lessonId: LessonId | undefined
  readonly way: Way
  /** Whether somebody is on their way elsewhere, from where nobody must call them back. */
  readonly isLeft: boolean
  /** What stands before the contents. @default nothing */
  readonly above?: ReactNode
  /** What stands for the lesson that was chosen and is open. */
  readonly lesson: (line: L, given: Given<L>) => ReactNode
  /** What stands there until it is known which. */
  readonly waiting: ReactNode
}

export interface Given<L> {
  readonly progress: LessonProgress | undefined
  readonly next: L | undefined
  /** What that waits for; empty: it is open. */
  readonly nextWaits: readonly ReactNode[]
  /** Whether the learner came from the end of a video, and goes on watching. */
  readonly playsAtOnce: boolean
  readonly onGoOn: (nextId: string) => void
}

/** A course as learners have it: its contents, and the lesson at hand. */
export function CourseView<L extends Line>(props: Props<L>) {
  const { outline, learned, now, lessonId, way, isLeft, waiting } = props
  const [listed, setListed] = useState(false)
  const [wanted, setWanted] = useState(false)
  const calm = useCalm()
  useEffect(() => {
    if (calm) void loadDrawer()
  }, [calm])
  /** The lesson that a video's end led to, which plays at once. */
  const goesOn = useRef<string>(undefined)
  const lessons = useMemo(() => lessonsOf(outline), [outline])
  const moment = now.getTime()
  const openings = useMemo(
    () => openingsOf(outline, learned, new Date(moment)),
    [outline, learned, moment],
  )
  const titles = useMemo(() => titlesIn(outline), [outline])
  const lesson = lessons.find((one) => one.id === lessonId)
  useTitle(lesson?.title ?? outline.title)
  if (!lesson) {
    if (isLeft) return waiting
    const first = chooseLesson(
      lessons,
      learned.lastLessonId,
      learned.progress,
      (one) => !openings.has(one.id),
    )
    if (first && first.id !== lessonId) return <Navigate {...way(first.id)} replace />
    return <Notice title={words.noLessons} text={words.noLessonsText} />
  }
  const list = (onChoose?: () => void) => (
    <>
      {props.above && <p>{props.above}</p>}
      <OutlineList
        {...{ outline, learned, openings, titles, way }}
        current={lesson.id}
        onChoose={onChoose}
      />
    </>
  )
  const waits = openings.get(lesson.id)
  const link = (id: LessonId, text: ReactNode) => (
    <Link key="link" {...way(id)}>
      {text}
    </Link>
  )
  const next = nextLesson(outline, lesson.id)
  return (
    <div className={styles.learn}>
      <aside>
        <p className={styles.name}>
          <bdi>{outline.title}</bdi>
        </p>
        {list()}
      </aside>
      <div>
        <Button
          className={styles.contents}
          variant="default"
          leftSection={<IconList size={18} />}
          onPointerEnter={() => void loadDrawer()}
          onClick={() => {
            setWanted(true)
            setListed(true)
          }}
        >
          {words.contents}
        </Button>
        {wanted && (
          <Suspense>
            <ContentsDrawer opened={listed} close={() => setListed(false)} title={outline.title}>
              {list(() => setListed(false))}
            </ContentsDrawer>
          </Suspense>
        )}
        {waits ? (
          <LockedLesson title={lesson.title} {...{ waits, titles, link }} />
        ) : (
          props.lesson(lesson, {
            progress: learned.progress.find((one) => one.lessonId === lesson.id),
            next,
            nextWaits: ((next && openings.get(next.id)) ?? []).map((wait) =>
              waitInWords(wait, titles),
            ),
            playsAtOnce: goesOn.current === lesson.id,
            onGoOn: (nextId) => {
              goesOn.current = nextId
            },
          })
        )}
      </div>
    </div>
  )
}
