import { Progress } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { PublishedOutline } from '#contract/courses/content'
import type { CourseSession } from '#contract/progress/progress'
import { watchedShare } from '#contract/progress/watched-ranges'
import { durationInWords } from '#web/ui/words.ts'
import { words as kinds } from './kinds/words/en.ts'
import { lessonsOf } from './lesson-order.ts'
import styles from './outline-list.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly outline: PublishedOutline
  readonly session: CourseSession
  readonly current: string | undefined
  readonly onChoose?: () => void
}

/** The course's contents, with what is done. */
export function OutlineList({ outline, session, current, onChoose }: Props) {
  const done = new Set(session.progress.filter((one) => one.completed).map((one) => one.lessonId))
  const watched = new Map(session.progress.map((one) => [one.lessonId, one.watched]))
  const lessons = lessonsOf(outline)
  const finished = lessons.filter((lesson) => done.has(lesson.id)).length
  return (
    <nav aria-label={words.courseContents} className={styles.outline}>
      <Progress
        value={lessons.length ? (100 * finished) / lessons.length : 0}
        aria-label={words.progress}
      />
      <p className="quiet">{words.lessonsDone(finished, lessons.length)}</p>
      {outline.modules.map((module) => (
        <section key={module.id}>
          <h2>
            <bdi>{module.title}</bdi>
          </h2>
          <ul>
            {module.lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link
                  to="/learn/$courseId/{-$lessonId}"
                  params={{ courseId: outline.courseId, lessonId: lesson.id }}
                  aria-current={lesson.id === current ? 'page' : undefined}
                  onClick={onChoose}
                >
                  {done.has(lesson.id) ? (
                    <IconCircleCheckFilled size={18} role="img" aria-label={words.done} />
                  ) : (
                    <IconCircle size={18} stroke={1.6} role="img" aria-label={words.notDone} />
                  )}
                  <span dir="auto">{lesson.title}</span>
                  <span className="quiet">
                    {lesson.durationSeconds
                      ? durationInWords(lesson.durationSeconds)
                      : kinds.names[lesson.kind]}
                  </span>
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
      ))}
    </nav>
  )
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
