import { Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { languageTag } from '#web/captions/languages.ts'
import { useSavedCaptions } from '#web/captions/use-captions.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { languageInWords } from '#web/videos/asset-words.ts'
import { type AssetRef, useAsset } from '#web/videos/use-asset.ts'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import styles from './captions-editor.module.css'
import { CaptionsEditor } from './captions-editor.tsx'
import { words } from './words/en.ts'

export function CaptionsPage() {
  const { courseId, assetId, language } = useParams({
    from: '/teach/$courseId/videos/$assetId/captions/$language',
  })
  const tag = languageTag(language)
  return (
    <SignInGate>
      {tag !== null ? (
        <Captions key={tag} of={{ courseId, assetId }} language={tag} />
      ) : (
        <Notice title={words.noLanguage} text={words.noTag(language)} />
      )}
    </SignInGate>
  )
}

function Captions({ of, language }: { of: AssetRef; language: string }) {
  const answer = useAsset(of)
  const media = useMediaSession(of.courseId)
  const asset = answer.data?.asset
  const saved = useSavedCaptions(asset, language, media.isSuccess)
  useTitle(asset && words.title(languageInWords(language), asset.fileName))
  const failed = answer.data ? (saved.data ? null : (saved.error ?? media.error)) : answer.error
  if (failed)
    return (
      <ErrorNotice
        error={failed}
        retry={() => void Promise.all([answer.refetch(), media.refetch(), saved.refetch()])}
      />
    )
  if (!asset || !saved.data)
    return (
      <div className="page wide" role="status" aria-label={words.beingRead}>
        <Skeleton height={36} width="50%" mb={16} />
        <div className={styles.grid}>
          <PlayerSpace />
          <Skeleton height={480} />
        </div>
      </div>
    )
  return (
    <div className="page wide">
      <Link dir="auto" to="/teach/$courseId/videos/$assetId" params={of} className="quiet">
        {asset.fileName}
      </Link>
      <h1>{words.heading(languageInWords(language))}</h1>
      <CaptionsEditor
        asset={asset}
        of={of}
        language={language}
        saved={saved.data}
        mediaReady={media.isSuccess}
        reopen={() => media.refetch()}
      />
    </div>
  )
}
