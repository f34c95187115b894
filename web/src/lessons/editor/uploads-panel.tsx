import { Link } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import layout from '#web/ui/layout.module.css'
import { bytesInWords, durationInWords } from '#web/ui/words.ts'
import { UploadIntake } from '#web/uploads/intake/upload-intake.tsx'
import { useIntake } from '#web/uploads/intake/use-intake.ts'
import { AssetLink } from '#web/videos/asset-link.tsx'
import name from '#web/videos/asset-words.module.css'
import { whyInWords } from '#web/videos/in-words.ts'
import { latestOf } from '#web/videos/library/latest-assets.ts'
import { Poster } from '#web/videos/poster.tsx'
import { StateBadge } from '#web/videos/state-badge.tsx'
import styles from './uploads-panel.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly courseSlug: string
  readonly assets: readonly AssetCard[]
  readonly mediaReady: boolean
}

/** In the course's editor: the way to upload, and the few videos that one looks for there. */
export default function UploadsPanel({ courseId, courseSlug, assets, mediaReady }: Props) {
  const intake = useIntake({ courseId, courseSlug, assets })
  const latest = latestOf(assets)
  return (
    <section aria-label={words.videos} className={`${layout.panel} ${styles.uploads}`}>
      <div className={layout.titleRow}>
        <h2>{words.videos}</h2>
        {assets.length > 0 && (
          <Link to="/teach/$courseId/videos" params={{ courseId }}>
            {assets.length > latest.length ? words.allVideos(assets.length) : words.openLibrary}
          </Link>
        )}
      </div>
      <UploadIntake intake={intake} />
      {assets.length === 0 && <p className="quiet">{words.howToUpload}</p>}
      <ul className={`${layout.rows} ${styles.latest}`}>
        {latest.map((asset) => (
          <li key={asset.id} data-state={asset.state}>
            <Poster url={asset.posterUrl} ready={mediaReady} />
            <div className={name.words}>
              <AssetLink asset={asset} courseId={courseId} />
              <span className="quiet">
                {bytesInWords(asset.sizeBytes)}
                {asset.durationSeconds !== null && ` · ${durationInWords(asset.durationSeconds)}`}
              </span>
              <StateBadge asset={asset} />
              {asset.reason && (
                <span dir="auto" className="problem small">
                  {whyInWords(asset)}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
