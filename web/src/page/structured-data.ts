import type { PublicPage } from '#contract/courses/public-pages'
import { pictureOf } from '#web/courses/cover/picture-of.ts'

interface About {
  readonly origin: string
  /** The page's own. */
  readonly address: string
  readonly about: string
}

/**
 * What a page shows in the words of schema.org, for search engines: https://schema.org/Course,
 * https://schema.org/ItemList
 */
export function structuredData(shown: PublicPage, { origin, address, about }: About): object {
  if (shown.kind === 'catalogue')
    return {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      itemListElement: shown.courses.items.map(({ slug, title }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: title,
        url: `${origin}/courses/${slug}`,
      })),
    }
  const { course } = shown
  const picture = pictureOf(course)
  const minutes = Math.round(course.durationSeconds / 60)
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': address,
    url: address,
    name: course.title,
    description: about,
    ...(picture && { image: origin + picture.path }),
    dateModified: course.publishedAt,
    ...(course.language && { inLanguage: course.language }),
    ...(course.level && { educationalLevel: course.level }),
    ...(course.topics.length > 0 && { about: course.topics, keywords: course.topics.join(', ') }),
    provider: { '@type': 'Organization', name: 'Lectern', url: `${origin}/` },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      ...(course.startsOn && { startDate: course.startsOn }),
      ...(course.endsOn && { endDate: course.endsOn }),
      ...(course.teacherName && { instructor: { '@type': 'Person', name: course.teacherName } }),
      ...(minutes > 0 && { courseWorkload: `PT${minutes}M` }),
    },
    syllabusSections: course.modules.map(({ title }) => ({ '@type': 'Syllabus', name: title })),
  }
}
