import type { CourseRole } from '#contract/people/course-rights'
import styles from './role-badge.module.css'
import { words } from './words/mine/en.ts'

/** As what somebody teaches a course. */
export const RoleBadge = ({ as }: { as: CourseRole }) => (
  <span className={styles.badge} data-role={as}>
    {words.roles[as]}
  </span>
)
