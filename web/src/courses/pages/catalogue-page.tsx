import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CourseCard as Card } from '#contract/courses/course'
import styles from '#web/courses/card-grid.module.css'
import { Cover, CoverSpace } from '#web/courses/cover/cover.tsx'
import { catalogueQuery } from '#web/courses/public-queries.ts'
import { teacherOf } from '#web/courses/teacher-of.ts'
import { words } from '#web/courses/words/en.ts'
import { useSession } from '#web/people/use-session.ts'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { durationInWords } from '#web/ui/words.ts'
import { useReader } from '#web/words/use-reader.ts'

/** As many are in front at first on most screens. */
const IN_FRONT = 4

export function CataloguePage() {
  useTitle(words.courses)
  const courses = useInfiniteQuery(catalogueQuery())
  if (courses.isError && !courses.data)
    return <ErrorNotice error={courses.error} retry={() => void courses.refetch()} />
  const cards = courses.data?.pages.flatMap((page) => page.items)
  if (cards?.length === 0) return <Welcome />
  return (
    <div className="page">
      <h1>{words.courses}</h1>
      <ul className={styles.grid}>
        {cards
          ? cards.map((card, at) => (
              <li key={card.id}>
                <CourseCard card={card} isFirst={at < IN_FRONT} />
              </li>
            ))
          : ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
              <li key={key}>
                <CoverSpace />
                <Skeleton height={20} mt={12} width="70%" />
                <Skeleton height={14} mt={8} width="40%" />
              </li>
            ))}
      </ul>
      <ShowMore list={courses} />
    </div>
  )
}

function CourseCard({ card, isFirst }: { card: Card; isFirst: boolean }) {
  const reader = useReader()
  return (
    <Link to="/courses/$slug" params={{ slug: card.slug }} className={styles.card}>
      <Cover course={card} place="card" isFirst={isFirst} />
      <h2>
        <bdi>{card.title}</bdi>
      </h2>
      <p className="quiet" suppressHydrationWarning>
        <bdi>{teacherOf(card)}</bdi> · {words.lessons(card.lessonCount)}
        {card.durationSeconds > 0 && ` · ${durationInWords(card.durationSeconds, reader)}`}
      </p>
    </Link>
  )
}

function Welcome() {
  const session = useSession()
  const author = session.state === 'signed-in' && session.person.isAuthor
  return (
    <Notice title={words.welcome} text={author ? words.emptyForAuthor : words.empty}>
      {author && <Link to="/teach">{words.makeFirst}</Link>}
    </Notice>
  )
}
