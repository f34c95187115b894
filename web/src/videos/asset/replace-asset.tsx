import { useMemo } from 'react'
import type { Asset } from '#contract/videos/asset'
import { UploadIntake } from '#web/uploads/intake/upload-intake.tsx'
import { useIntake } from '#web/uploads/intake/use-intake.ts'
import type { AssetRef } from '#web/videos/use-asset.ts'
import styles from './asset.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly asset: Asset
  readonly of: AssetRef
  readonly courseSlug: string | undefined
}

/** The next version of a video, under the same address. */
export function ReplaceAsset({ asset, of, courseSlug }: Props) {
  // Captions dropped on its page are its own, when they are called after it.
  const assets = useMemo(() => [asset], [asset])
  const intake = useIntake({ courseId: of.courseId, courseSlug, assets, replaces: of.assetId })
  if (asset.state === 'deleting') return null
  return (
    <section className={styles.part} aria-label={words.replace}>
      <h2>{words.replace}</h2>
      <p className="quiet">
        {asset.liveVersion === null
          ? words.becomesFirst(asset.version + 1)
          : words.becomes(asset.version + 1, asset.liveVersion)}
      </p>
      <UploadIntake intake={intake} single label={words.uploadNew} />
    </section>
  )
}
