import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import type { CoursePage as Page } from '#contract/courses/course'
import { ApiError, call, routes } from '#web/api/client.ts'
import { answersOf } from '#web/api/route-query.ts'
import { CourseFacts } from '#web/courses/course-facts.tsx'
import { Cover } from '#web/courses/cover/cover.tsx'
import { courseQuery } from '#web/courses/public-queries.ts'
import { teacherOf } from '#web/courses/teacher-of.ts'
import { words } from '#web/courses/words/en.ts'
import { words as facts } from '#web/courses/words/facts/en.ts'
import { useMyCourses } from '#web/enrolments/use-my-courses.ts'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import { signIn } from '#web/people/session.ts'
import { useSession } from '#web/people/use-session.ts'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { useLeadOn } from '#web/ui/use-lead-on.ts'
import { useTitle } from '#web/ui/use-title.ts'
import { dateInWords, durationInWords } from '#web/ui/words.ts'
import { type Reader, useReader } from '#web/words/use-reader.ts'
import styles from './course-page.module.css'
import { openingsOf, sharedOpenings, titlesOf, WhenItOpens } from './when-it-opens.tsx'

const CodeForm = lazy(() => import('#web/enrolments/code-form.tsx'))

export function CoursePage() {
  const { slug } = useParams({ from: '/courses/$slug' })
  const course = useQuery(courseQuery(slug))
  useTitle(course.data?.title)
  if (course.error instanceof ApiError && course.error.code === 'not_found')
    return <Notice title={words.notHere} text={words.notHereText} />
  if (course.isError)
    return <ErrorNotice error={course.error} retry={() => void course.refetch()} />
  if (!course.data)
    return (
      <div className="page">
        <Skeleton height={40} width="60%" />
        <Skeleton height={16} mt={16} width="80%" />
        <Skeleton height={240} mt={32} />
      </div>
    )
  return <Course course={course.data} asked={slug} />
}

function Course({ course, asked }: { course: Page; asked: string }) {
  const reader = useReader()
  const navigate = useNavigate()
  const titles = useMemo(() => titlesOf(course), [course])
  const { id, slug } = course
  const hasMoved = asked !== id && asked !== slug
  useEffect(() => {
    if (hasMoved)
      void navigate({ to: '/courses/$slug', params: { slug }, search: true, replace: true })
  }, [hasMoved, navigate, slug])
  return (
    <div className="page">
      <div className={styles.head}>
        <div>
          <h1>
            <bdi>{course.title}</bdi>
          </h1>
          <p className="lead" dir="auto">
            {course.summary}
          </p>
          <p className="quiet" suppressHydrationWarning>
            <bdi>{teacherOf(course)}</bdi> · {words.lessons(course.lessonCount)}
            {course.durationSeconds > 0 && ` · ${durationInWords(course.durationSeconds, reader)}`}{' '}
            · {words.learners(course.enrolmentCount)} ·{' '}
            <time dateTime={course.publishedAt} suppressHydrationWarning>
              {dateInWords(course.publishedAt, reader)}
            </time>
          </p>
          <CourseFacts course={course} />
          <NextStep course={course} />
        </div>
        <div className={styles.cover}>
          <Cover course={course} place="head" isFirst />
        </div>
      </div>
      {course.description !== '' && (
        <p className={styles.description} dir="auto">
          {course.description}
        </p>
      )}
      <h2>{words.contents}</h2>
      <ol className={styles.contents}>
        {course.modules.map((module, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat and the list never moves
          <Contents key={at} {...{ course, module, titles, reader }} />
        ))}
      </ol>
    </div>
  )
}

interface ContentsProps {
  readonly course: Page
  readonly module: Page['modules'][number]
  readonly titles: ReadonlyMap<string, string>
  readonly reader: Reader
}

/** A module's lessons, and what comes when. */
function Contents({ course, module, titles, reader }: ContentsProps) {
  const openings = module.lessons.map((lesson) => openingsOf(lesson, titles, reader))
  const shared = sharedOpenings(openings)
  return (
    <li>
      <h3>
        <bdi>{module.title}</bdi>
      </h3>
      <WhenItOpens openings={shared} />
      <ul>
        {module.lessons.map((lesson, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat and the list never moves
          <li key={index}>
            <div>
              {lesson.previewUrl ? (
                <Link
                  to="/courses/$slug/preview/$lessonId"
                  params={{ slug: course.slug, lessonId: lesson.id }}
                >
                  <bdi>{lesson.title}</bdi>
                </Link>
              ) : (
                <bdi>{lesson.title}</bdi>
              )}
              <WhenItOpens openings={openings[index] ?? shared} told={shared} />
            </div>
            <span className="quiet" suppressHydrationWarning>
              {lesson.previewUrl && `${words.preview} · `}
              {lesson.durationSeconds
                ? durationInWords(lesson.durationSeconds, reader)
                : kinds.names[lesson.kind]}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The one thing to do next: sign in, enrol, start or continue. */
function NextStep({ course }: { course: Page }) {
  const session = useSession()
  const navigate = useNavigate()
  const leadOn = useLeadOn()
  const router = useRouter()
  const queries = useQueryClient()
  const mine = useMyCourses(session.state === 'signed-in')
  const enrol = useMutation({
    mutationFn: () => call(routes.enrol, { params: { courseId: course.id } }),
    onSuccess: () => goIn(),
  })
  const goIn = async () => {
    await queries.invalidateQueries(answersOf(routes.listMyCourses))
    await leadOn({ to: '/learn/$courseId/{-$lessonId}', params: { courseId: course.id } })
  }
  const shut = shutInWords(course)
  if (session.state === 'signed-out' && shut) return <p className={styles.shut}>{shut}</p>
  if (session.state === 'signed-out')
    return (
      <Button className={styles.forVisitors} size="md" onClick={() => void signIn()}>
        {words.signInToEnrol}
      </Button>
    )
  if (session.state === 'loading' || mine.isPending) return <Skeleton height={42} width={160} />
  const own = mine.data?.items.find((item) => item.course.id === course.id)
  if (own) {
    const learning = {
      to: '/learn/$courseId/{-$lessonId}',
      params: { courseId: course.id },
    } as const
    const warm = () => void router.preloadRoute(learning)
    return (
      <Button
        size="md"
        onPointerEnter={warm}
        onFocus={warm}
        onClick={() => void navigate(learning)}
      >
        {own.lastLessonId ? words.continue : words.start}
      </Button>
    )
  }
  if (shut) return <p className={styles.shut}>{shut}</p>
  if (course.enrolling === 'code')
    return (
      <Suspense fallback={<Skeleton height={42} width={160} />}>
        <CodeForm courseId={course.id} onEnrolled={goIn} />
      </Suspense>
    )
  return (
    <>
      <Button size="md" loading={enrol.isPending} onClick={() => enrol.mutate()}>
        {words.enrol}
      </Button>
      {enrol.isError && (
        <p role="alert" className="problem">
          {messageOf(enrol.error)}
        </p>
      )}
    </>
  )
}

/** Why nobody else can enrol now; null where they can. */
function shutInWords({ enrolling, placesLeft }: Page): string | null {
  if (enrolling === 'closed') return facts.closed
  return placesLeft === 0 ? facts.full : null
}
