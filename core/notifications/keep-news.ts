import { notificationLimits } from '#contract/notifications/limits'
import { AnnouncementId, CourseId } from '#contract/platform/ids'
import type { PublishedCourses } from '#core/courses/ports'
import { retryWhileOvertaken } from '#core/lessons/retry-while-overtaken'
import type { NewsEntry, NewsRepository } from './ports.ts'

export interface KeepNewsDeps {
  readonly news: Pick<NewsRepository, 'get' | 'write'>
  readonly published: Pick<PublishedCourses, 'cards'>
}

/** What became of an announcement; null: it is a draft, or deleted. */
export interface Told {
  readonly id: string
  readonly entry: { readonly title: string; readonly publishAt: string } | null
}

/**
 * Keeps a course's news by what its announcements became, in their order. Most changes of an announcement are of its text,
 * which the news do not tell: they cost a read. Told twice, it writes nothing more.
 */
export async function keepNews(
  { news, published }: KeepNewsDeps,
  { courseId, told }: { readonly courseId: string; readonly told: readonly Told[] },
): Promise<void> {
  await retryWhileOvertaken(async () => {
    const before = await news.get(courseId)
    const known = before?.entries ?? []
    const entries = told.reduce<readonly NewsEntry[]>(applied, known)
    if (isSame(entries, known)) return true
    const [card] = (await published.cards([courseId])).values()
    const courseTitle = card?.title ?? before?.courseTitle ?? ''
    const after = { courseId: CourseId.parse(courseId), courseTitle, entries }
    return (await news.write(after, before?.revision ?? null)) || null
  })
}

/** Of many, those that come out last are kept. */
const applied = (entries: readonly NewsEntry[], { id, entry }: Told): readonly NewsEntry[] => {
  const others = entries.filter((one) => one.id !== id)
  if (!entry) return others
  return [...others, { id: AnnouncementId.parse(id), ...entry }]
    .sort((one, other) => (one.publishAt < other.publishAt ? 1 : -1))
    .slice(0, notificationLimits.newsOfCourse)
}

const isSame = (some: readonly NewsEntry[], others: readonly NewsEntry[]): boolean =>
  JSON.stringify(some.map(factsOf)) === JSON.stringify(others.map(factsOf))

const factsOf = ({ id, title, publishAt }: NewsEntry) => [id, title, publishAt]
