import { Progress, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { routes } from '#web/api/client.ts'
import { queries } from '#web/api/queries.ts'
import { routeQuery } from '#web/api/route-query.ts'
import styles from '#web/courses/card-grid.module.css'
import { Cover, CoverSpace } from '#web/courses/cover/cover.tsx'
import { words } from '#web/courses/words/my/en.ts'
import { allMyCourses, useAllMyCourses } from '#web/enrolments/use-my-courses.ts'
import { warmPlayerWhenIdle } from '#web/lessons/warm-lesson.ts'
import { ifSignedIn } from '#web/people/if-signed-in.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { MyWeek } from '#web/reports/my/my-week.tsx'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useTitle } from '#web/ui/use-title.ts'

/** Fetches what the page shows. Whatever fails is left to it. */
export const warm = () =>
  ifSignedIn(() =>
    Promise.all([
      queries.prefetchInfiniteQuery(allMyCourses),
      queries.prefetchQuery(routeQuery(routes.getMyWeek)),
    ]),
  )

export function MyPage() {
  useTitle(words.myCourses)
  return (
    <SignInGate>
      <MyCourses />
    </SignInGate>
  )
}

function MyCourses() {
  const mine = useAllMyCourses()
  const { isSuccess } = mine
  useEffect(() => (isSuccess ? warmPlayerWhenIdle() : undefined), [isSuccess])
  const items = mine.data?.pages.flatMap((page) => page.items)
  if (mine.isError && !items)
    return <ErrorNotice error={mine.error} retry={() => void mine.refetch()} />
  if (items?.length === 0)
    return (
      <Notice title={words.none} text={words.noneText}>
        <Link to="/">{words.find}</Link>
      </Notice>
    )
  return (
    <div className="page">
      <h1>{words.myCourses}</h1>
      <div className={styles.week}>{items && <MyWeek />}</div>
      <ul className={styles.grid}>
        {items?.map(({ course, completedLessons, lastLessonId }) => (
          <li key={course.id}>
            <Link
              to="/learn/$courseId/{-$lessonId}"
              params={{ courseId: course.id }}
              className={styles.card}
            >
              <Cover course={course} place="card" />
              <h2>
                <bdi>{course.title}</bdi>
              </h2>
              <Progress
                value={course.lessonCount ? (100 * completedLessons) / course.lessonCount : 0}
                aria-label={words.progressIn(course.title)}
              />
              <p className="quiet">
                {words.lessonsDone(completedLessons, course.lessonCount)}
                {' · '}
                {lastLessonId ? words.continue : words.start}
              </p>
            </Link>
          </li>
        )) ?? (
          <li>
            <CoverSpace />
            <Skeleton height={20} mt={12} width="70%" />
          </li>
        )}
      </ul>
      <ShowMore list={mine} />
    </div>
  )
}
