import { useMemo } from 'react'
import type { Asset } from '#contract/videos/asset'
import { UploadIntake } from '#web/uploads/intake/upload-intake.tsx'
import { useIntake } from '#web/uploads/intake/use-intake.ts'
import type { AssetRef } from '#web/videos/use-asset.ts'

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
    <section className="side-part" aria-label="Replace">
      <h2>Replace</h2>
      <p className="quiet">
        A new file becomes version {asset.version + 1}. Lessons show it as soon as it is ready, and
        learners see {asset.liveVersion === null ? 'nothing' : `version ${asset.liveVersion}`} until
        then.
      </p>
      <UploadIntake intake={intake} single label="Upload the new file" />
    </section>
  )
}
