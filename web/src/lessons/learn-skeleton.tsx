import { Skeleton } from '@mantine/core'
import { PlayerSpace } from '#web/player/player-space.tsx'
import styleOfLesson from './kinds/lesson.module.css'
import styles from './learn-page.module.css'

export function LearnSkeleton() {
  return (
    <div className={styles.learn}>
      <aside>
        <Skeleton height={20} mb={24} />
        <Skeleton height={16} mb={12} />
        <Skeleton height={16} mb={12} width="80%" />
      </aside>
      <LessonSkeleton />
    </div>
  )
}

export const LessonSkeleton = () => (
  <div className={`${styleOfLesson.lesson} ${styleOfLesson.wide}`}>
    <PlayerSpace />
    <Skeleton height={32} mt={24} width="60%" />
  </div>
)
