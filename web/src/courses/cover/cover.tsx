import { Skeleton } from '@mantine/core'
import type { CourseCard } from '#contract/courses/course'
import type { CourseCover } from '#contract/courses/properties/cover'
import { sourcesOf } from '#web/files/sources-of.ts'
import styles from './cover.module.css'
import { coverOf } from './cover-of.ts'
import { pictureOf } from './picture-of.ts'

type Covered = Pick<CourseCard, 'id' | 'title' | 'cover'>

interface Props {
  readonly course: Covered
  readonly place: keyof typeof SIZES
  /** It is in front when the page opens: the others wait until they are near. */
  readonly isFirst?: boolean
}

/** As wide as a cover is there: `row` in a list, `card` among others, `head` beside a course's name. */
const SIZES = {
  row: '80px',
  card: '(max-width: 619px) 100vw, 360px',
  head: '(max-width: 599px) 100vw, (max-width: 1120px) 40vw, 430px',
} as const

/** A course's picture, which says nothing that its name does not: its own, or the generated one. */
export const Cover = ({ course, ...shown }: Props) =>
  course.cover ? (
    <Picture course={course} cover={course.cover} {...shown} />
  ) : (
    <Generated {...course} />
  )

function Picture({
  course: { id },
  cover,
  place,
  isFirst = false,
}: Props & { readonly cover: CourseCover }) {
  const { folder, widths, formats, width, height, focus } = cover
  const sizes = SIZES[place]
  return (
    <picture>
      {formats.map((format) => (
        <source
          key={format}
          type={`image/${format}`}
          srcSet={sourcesOf(folder, widths, format)}
          sizes={sizes}
        />
      ))}
      <img
        className={styles.cover}
        style={{
          objectPosition: `${focus}% ${focus}%`,
          // Until it is there.
          backgroundColor: `hsl(${coverOf(id).hue} 38% 30%)`,
        }}
        src={pictureOf({ cover })?.path}
        srcSet={sourcesOf(folder, widths, 'jpg')}
        {...{ sizes, width, height }}
        alt=""
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

/** Always the same for the same course. */
function Generated({ id, title }: Pick<Covered, 'id' | 'title'>) {
  const { hue, arcs } = coverOf(id)
  return (
    <svg
      className={styles.cover}
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect width="320" height="180" fill={`hsl(${hue} 38% 30%)`} />
      {arcs.map((arc) => (
        <circle
          key={arc.key}
          cx={arc.x}
          cy={arc.y}
          r={arc.radius}
          fill={`hsl(${(hue + arc.turn) % 360} 45% ${arc.light}%)`}
          opacity="0.55"
        />
      ))}
      <text x="24" y="152" fontSize="72" fontWeight="700" fill="#fff" opacity="0.92">
        {firstLetter(title)}
      </text>
    </svg>
  )
}

/** Its place, while the course is not known. */
export const CoverSpace = () => <Skeleton className={styles.cover} radius="md" />

/** With its marks: an accent or a vowel sign may be a character of its own. */
const firstLetter = (title: string) => /\S\p{M}*/u.exec(title)?.[0].toUpperCase() ?? ''
