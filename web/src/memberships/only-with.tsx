import type { ReactNode } from 'react'
import type { Standing } from '#contract/memberships/team'
import { type CourseRight, mayIn } from '#contract/people/course-rights'
import styles from './only-with.module.css'
import { rightsInWords } from './rights-in-words.ts'
import { words } from './words/mine/en.ts'

interface Props {
  readonly me: Standing
  readonly right: CourseRight
  readonly children: ReactNode
}

/** To be read by everybody of the team; fields and buttons are for those who have the right. The server asks again. */
export const OnlyWith = ({ me, right, children }: Props) =>
  mayIn(me, right) ? (
    children
  ) : (
    <fieldset disabled className={styles.fence}>
      {children}
    </fieldset>
  )

/** Tells who assists what is theirs to do here. */
export function MyRights({ me: { role, rights } }: Pick<Props, 'me'>) {
  if (role !== 'assistant') return null
  return (
    <p className="quiet" data-part="my-rights">
      {rights.length === 0 ? words.iMayLook : words.iMay(rightsInWords(rights))}
    </p>
  )
}
