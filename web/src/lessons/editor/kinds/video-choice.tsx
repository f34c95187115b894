import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { words } from '#web/lessons/editor/words/en.ts'
import name from '#web/videos/asset-words.module.css'
import { Poster } from '#web/videos/poster.tsx'
import { StateBadge } from '#web/videos/state-badge.tsx'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import styles from './video-choice.module.css'

const load = () => import('./video-dialog.tsx')
const VideoDialog = lazy(load)

interface Props {
  readonly courseId: CourseId
  readonly label: string
  readonly chosenId: string | null
  readonly assets: readonly AssetCard[]
  readonly choose: (id: AssetCard['id'] | null) => void
}

/** The video of a lesson, and the way to another: searched by name, with poster and state. */
export function VideoChoice({ courseId, label, chosenId, assets, choose }: Props) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const media = useMediaSession(courseId)
  const chosen = assets.find(({ id }) => id === chosenId)
  return (
    <div className={styles.choice}>
      <button
        type="button"
        aria-haspopup="dialog"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <Poster url={chosen?.posterUrl ?? null} ready={media.isSuccess} />
        <span className={name.words}>
          <span className="only-heard">{label}: </span>
          {chosen ? (
            <>
              <strong dir="auto">{chosen.fileName}</strong>
              <StateBadge asset={chosen} />
            </>
          ) : (
            <span className="quiet">
              {chosenId
                ? words.videoGone
                : assets.length > 0
                  ? words.chooseVideo
                  : words.uploadFirst}
            </span>
          )}
        </span>
      </button>
      {chosenId && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => choose(null)}>
          {words.takeAway}
        </Button>
      )}
      {wanted && (
        <Suspense>
          <VideoDialog
            opened={open}
            label={label}
            assets={assets}
            chosenId={chosenId}
            mediaReady={media.isSuccess}
            close={() => setOpen(false)}
            choose={choose}
          />
        </Suspense>
      )}
    </div>
  )
}
