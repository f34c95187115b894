import { Skeleton } from '@mantine/core'
import styles from './cover.module.css'
import { coverOf } from './cover-of.ts'

/** A course's generated picture: always the same for the same course. */
export function Cover({ id, title }: { id: string; title: string }) {
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
