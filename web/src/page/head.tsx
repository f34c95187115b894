import type { CoursePage } from '#contract/courses/course'
import type { MadePage } from '#contract/courses/public-pages'
import { pictureOf } from '#web/courses/cover/picture-of.ts'
import { teacherOf } from '#web/courses/teacher-of.ts'
import { words as courses } from '#web/courses/words/en.ts'
import { titleOf } from '#web/ui/use-title.ts'
import { inScript } from './in-script.ts'
import { structuredData } from './structured-data.ts'
import { words } from './words/en.ts'

interface Props {
  readonly made: MadePage
  /** `https://learn.school.example` */
  readonly origin: string
  readonly language: string
}

/** What shows where a course has no cover of its own. Others cannot draw the generated one. */
const OWN_CARD = { path: '/card.png', width: 1_200, height: 630 }

/** As much of a description as search engines and previews show, in characters. */
const LONGEST = 200

/** What the head of a made page says of it: to tabs, to search engines, and to whoever shows a link to it. */
export function Head({ made: { shown }, origin, language }: Props) {
  const isCourse = shown.kind === 'course'
  const name = isCourse ? shown.course.title : courses.courses
  const about = isCourse ? inOneLine(shown.course) : words.description
  // A course has one address, though its id leads to it too.
  const address = `${origin}/${isCourse ? `courses/${shown.course.slug}` : ''}`
  const { language: tag, region } = new Intl.Locale(language).maximize()
  const card = (isCourse && pictureOf(shown.course)) || OWN_CARD
  const data = inScript(structuredData(shown, { origin, address, about }))
  return (
    <>
      <title>{titleOf(name)}</title>
      <meta name="description" content={about} />
      {shown.kind === 'course' && shown.course.visibility === 'unlisted' && (
        <meta name="robots" content="noindex" />
      )}
      <link rel="canonical" href={address} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Lectern" />
      <meta property="og:title" content={name} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={`${tag}_${region}`} />
      <meta property="og:image" content={origin + card.path} />
      <meta property="og:image:width" content={`${card.width}`} />
      <meta property="og:image:height" content={`${card.height}`} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON that ends no script */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
    </>
  )
}

function inOneLine(course: CoursePage): string {
  const text = course.summary.replace(/\s+/g, ' ').trim()
  if (!text) return `${teacherOf(course)} · ${courses.lessons(course.lessonCount)}`
  const characters = [...text]
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`
}
