import { Progress } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { watchedShare } from '#contract/progress/watched-ranges'
import type { Wait } from '#contract/rules/release'
import { durationInWords } from '#web/ui/words.ts'
import { type Openings, sharedWaits, without } from './gate/openings.ts'
import { waitInWords } from './gate/wait-in-words.tsx'
import { words as gate } from './gate/words/en.ts'
import { words as kinds } from './kinds/words/en.ts'
import { lessonsOf } from './lesson-order.ts'
import type { Learned, Line } from './line.ts'
import styles from './outline-list.module.css'
import type { Way } from './way.ts'
import { words } from './words/en.ts'

interface Props {
  readonly outline: {
    readonly modules: readonly {
      readonly id: string
      readonly title: string
      readonly lessons: readonly Line[]
    }[]
  }
  readonly learned: Learned
  readonly way: Way
  readonly current: string | undefined
  readonly openings: Openings
  readonly titles: ReadonlyMap<string, string>
  readonly onChoose?: () => void
}

/** The course's contents, with what is done. */
export function OutlineList({ outline, learned, way, current, openings, titles, onChoose }: Props) {
  const done = new Set(learned.progress.filter((one) => one.completed).map((one) => one.lessonId))
  const watched = new Map(learned.progress.map((one) => [one.lessonId, one.watched]))
  const lessons = lessonsOf(outline)
  const finished = lessons.filter((lesson) => done.has(lesson.id)).length
  return (
    <nav aria-label={words.courseContents} className={styles.outline}>
      <Progress
        value={lessons.length ? (100 * finished) / lessons.length : 0}
        aria-label={words.progress}
      />
      <p className="quiet">{words.lessonsDone(finished, lessons.length)}</p>
      {outline.modules.map((module) => {
        const shared = sharedWaits(module, openings)
        return (
          <section key={module.id}>
            <h2>
              <bdi>{module.title}</bdi>
            </h2>
            <Waits waits={shared} titles={titles} />
            <ul>
              {module.lessons.map((lesson) => (
                <li key={lesson.id}>
                  <Link
                    {...way(lesson.id)}
                    aria-current={lesson.id === current ? 'page' : undefined}
                    onClick={onChoose}
                  >
                    <LessonMark done={done.has(lesson.id)} locked={openings.has(lesson.id)} />
                    <span dir="auto">{lesson.title}</span>
                    <span className="quiet">
                      {lesson.durationSeconds
                        ? durationInWords(lesson.durationSeconds)
                        : kinds.names[lesson.kind]}
                    </span>
                    <Waits waits={without(openings.get(lesson.id) ?? [], shared)} titles={titles} />
                    {lesson.durationSeconds && !done.has(lesson.id) && (
                      <Watched
                        share={watchedShare(watched.get(lesson.id) ?? [], lesson.durationSeconds)}
                      />
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

function LessonMark({ done, locked }: { readonly done: boolean; readonly locked: boolean }) {
  if (locked) return <IconLock size={18} stroke={1.6} role="img" aria-label={gate.locked} />
  return done ? (
    <IconCircleCheckFilled size={18} role="img" aria-label={words.done} />
  ) : (
    <IconCircle size={18} stroke={1.6} role="img" aria-label={words.notDone} />
  )
}

interface WaitsProps {
  readonly waits: readonly Wait[]
  readonly titles: ReadonlyMap<string, string>
}

function Waits({ waits, titles }: WaitsProps) {
  return waits.map((wait) => (
    <span key={JSON.stringify(wait)} className={`quiet ${styles.opens}`}>
      {waitInWords(wait, titles)}
    </span>
  ))
}

/** How much was watched of a video that is not done; nothing before a hundredth was. */
function Watched({ share }: { readonly share: number }) {
  const percent = Math.floor(100 * share)
  return percent > 0 ? (
    <Progress
      className={styles.watched}
      size={3}
      value={percent}
      aria-label={words.watched(percent)}
    />
  ) : null
}
