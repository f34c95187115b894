import type { ReactNode } from 'react'
import type { PublishWarning } from '#contract/courses/publishing/warnings'
import styles from './publishing.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly warnings: readonly PublishWarning[]
  readonly warningCount: number
}

/** What is likely a mistake in a draft, and may be published all the same. */
export function WarningList({ warnings, warningCount }: Props) {
  if (warningCount === 0) return null
  return (
    <section aria-label={words.lookAgain}>
      <h3>{words.lookAgain}</h3>
      <p className="quiet">{words.mayPublish}</p>
      <ul className={styles.list}>
        {warnings.map((warning, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lessons may be called alike, and the order stays
          <li key={at}>{warningInWords(warning)}</li>
        ))}
      </ul>
      {warningCount > warnings.length && (
        <p className="quiet">{words.moreWarnings(warningCount - warnings.length)}</p>
      )}
    </section>
  )
}

function warningInWords(warning: PublishWarning): ReactNode {
  switch (warning.code) {
    case 'module_empty':
      return words.moduleEmpty(<bdi key="module">{warning.module}</bdi>)
    case 'video_uncaptioned':
      return words.videoUncaptioned(<bdi key="lesson">{warning.lesson}</bdi>)
    case 'article_empty':
      return words.articleEmpty(<bdi key="lesson">{warning.lesson}</bdi>)
    case 'images_undescribed':
      return words.imagesUndescribed(<bdi key="lesson">{warning.lesson}</bdi>, warning.count)
    case 'images_missing':
      return words.imagesMissing(<bdi key="lesson">{warning.lesson}</bdi>, warning.count)
    case 'videos_missing':
      return words.videosMissing(<bdi key="lesson">{warning.lesson}</bdi>, warning.count)
    case 'videos_uncaptioned':
      return words.videosUncaptioned(<bdi key="lesson">{warning.lesson}</bdi>, warning.count)
    case 'link_broken':
      return words.linkBroken(
        <bdi key="lesson">{warning.lesson}</bdi>,
        <bdi key="address">{warning.address}</bdi>,
      )
  }
}
