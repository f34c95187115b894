import { Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { ApiError } from '#web/api/client.ts'
import { CaptionsList } from '#web/captions/captions-list.tsx'
import { useDraft } from '#web/courses/use-draft.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { useReplays } from '#web/reports/use-replays.ts'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { Preview, usePreviewControl } from '#web/videos/preview.tsx'
import { type AssetRef, useAsset } from '#web/videos/use-asset.ts'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import styles from './asset.module.css'
import { AssetAddresses, AssetRenditions, AssetSource } from './asset-facts.tsx'
import { AssetHistory } from './asset-history.tsx'
import { AssetStatePanel } from './asset-state-panel.tsx'
import { AssetUses } from './asset-uses-list.tsx'
import { ChaptersEditor } from './chapters-editor.tsx'
import { DeleteAsset } from './delete-asset.tsx'
import { ReplaceAsset } from './replace-asset.tsx'
import { words } from './words/en.ts'

export function AssetPage() {
  const of = useParams({ from: '/teach/$courseId/videos/$assetId' })
  return (
    <SignInGate>
      <AssetView {...of} />
    </SignInGate>
  )
}

function AssetView(of: AssetRef) {
  const { courseId } = of
  const answer = useAsset(of)
  const draft = useDraft(courseId)
  const media = useMediaSession(courseId)
  const control = usePreviewControl()
  const replays = useReplays(courseId, answer.data?.uses.find((one) => one.published)?.lessonId)
  useTitle(answer.data?.asset.fileName)
  if (answer.error instanceof ApiError && answer.error.code === 'not_found')
    return (
      <Notice title={words.notHere} text={words.notHereText}>
        <Link to="/teach/$courseId/videos" params={{ courseId }}>
          {words.allVideos}
        </Link>
      </Notice>
    )
  if (answer.isError && !answer.data)
    return <ErrorNotice error={answer.error} retry={() => void answer.refetch()} />
  if (!answer.data) return <AssetSkeleton />
  const { asset, uses } = answer.data
  return (
    <div className="page wide">
      <nav aria-label={words.whereYouAre} className={`${styles.crumbs} quiet`}>
        <Link dir="auto" to="/teach/$courseId" params={{ courseId }}>
          {draft.data?.course.title ?? words.theCourse}
        </Link>
        <span aria-hidden="true">/</span>
        <Link to="/teach/$courseId/videos" params={{ courseId }}>
          {words.videos}
        </Link>
      </nav>
      <h1 dir="auto">{asset.fileName}</h1>
      <div className={styles.grid}>
        <div className={styles.main}>
          {media.isSuccess && (
            <Preview
              asset={asset}
              control={control}
              reopen={() => media.refetch()}
              replays={replays}
            />
          )}
          {asset.hlsUrl && media.isPending && <PlayerSpace />}
          {media.isError && (
            <p role="alert" className="problem">
              {words.noPreview} <bdi>{media.error.message}</bdi>
            </p>
          )}
          <AssetStatePanel asset={asset} of={of} />
          <CaptionsList asset={asset} of={of} />
          <ChaptersEditor asset={asset} of={of} control={control} />
        </div>
        <div>
          <AssetUses uses={uses} courseId={courseId} />
          <AssetSource asset={asset} />
          <AssetRenditions asset={asset} />
          <AssetAddresses asset={asset} />
          <AssetHistory asset={asset} />
          <ReplaceAsset asset={asset} of={of} courseSlug={draft.data?.course.slug} />
          <DeleteAsset asset={asset} uses={uses} of={of} />
        </div>
      </div>
    </div>
  )
}

function AssetSkeleton() {
  return (
    <div className="page wide" role="status" aria-label={words.beingRead}>
      <Skeleton height={20} width={200} mb={12} />
      <Skeleton height={36} width="50%" mb={16} />
      <div className={styles.grid}>
        <PlayerSpace />
        <Skeleton height={320} />
      </div>
    </div>
  )
}
