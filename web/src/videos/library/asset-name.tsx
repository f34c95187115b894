import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { AssetLink } from '#web/videos/asset-link.tsx'
import styles from '#web/videos/asset-words.module.css'
import { whyInWords } from '#web/videos/in-words.ts'
import { folderOf } from './asset-order.ts'
import { words } from './words/en.ts'

/** Its name as the way to its page, and what stands below a name. */
export function AssetName({ asset, courseId }: { asset: AssetCard; courseId: CourseId }) {
  const folder = folderOf(asset)
  const why = whyInWords(asset)
  const captions = asset.captionLanguages
  const facts = [
    asset.version > 1 && words.version(asset.version),
    captions.length > 0
      ? words.captions(captions.join(', '))
      : asset.state === 'ready' && words.noCaptions,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <div className={`${styles.words} ${styles.oneLine}`}>
      <AssetLink asset={asset} courseId={courseId} />
      {why ? (
        <span dir="auto" className="problem small" title={why}>
          {why}
        </span>
      ) : (
        <span className="quiet">
          <bdi>{folder}</bdi>
          {folder && facts && ' · '}
          {facts}
        </span>
      )}
    </div>
  )
}
