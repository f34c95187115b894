import { lazy, type RefObject, Suspense, useMemo, useRef } from 'react'
import type { Asset } from '#contract/videos/asset'
import type { PartReplays } from '#web/player/controls/replays.tsx'
import { PlayerSpace } from '#web/player/player-space.tsx'

const Player = lazy(() => import('#web/player/player.tsx'))

/** A hold on the video of a preview, for editors that read its time and move it. */
export interface PreviewControl {
  readonly host: RefObject<HTMLDivElement | null>
  /** Seconds; null while no video is there. */
  now(): number | null
  seek(seconds: number): void
  toggle(): void
  playRange(from: number, to: number): void
  /** Tells the time while it plays or is moved, until the answer is called. */
  onTime(tell: (seconds: number) => void): () => void
}

export function usePreviewControl(): PreviewControl {
  const host = useRef<HTMLDivElement>(null)
  return useMemo(() => {
    const video = () => host.current?.querySelector('video') ?? null
    const onTime = (tell: (seconds: number) => void) => {
      // Media events do not bubble; they are caught on their way down, whichever video there is by then.
      const hear = ({ target }: Event) => {
        if (target instanceof HTMLVideoElement && host.current?.contains(target))
          tell(target.currentTime)
      }
      const moments = ['timeupdate', 'seeked', 'loadedmetadata']
      for (const moment of moments) document.addEventListener(moment, hear, true)
      return () => {
        for (const moment of moments) document.removeEventListener(moment, hear, true)
      }
    }
    let stopAtEnd = () => {}
    return {
      host,
      now: () => video()?.currentTime ?? null,
      seek: (seconds) => {
        stopAtEnd()
        const element = video()
        if (element) element.currentTime = seconds
      },
      toggle: () => {
        stopAtEnd()
        const element = video()
        if (element?.paused) void element.play()
        else element?.pause()
      },
      playRange: (from, to) => {
        stopAtEnd()
        const element = video()
        if (!element) return
        element.currentTime = from
        void element.play()
        const stop = onTime((seconds) => {
          if (seconds < to) return
          stopAtEnd()
          element.pause()
        })
        stopAtEnd = () => {
          stop()
          stopAtEnd = () => {}
        }
      },
      onTime,
    }
  }, [])
}

const siteAddress = (address: string) => new URL(address, `${location.origin}/`).href

interface Props {
  readonly asset: Asset
  readonly control: PreviewControl
  /** Signs the media anew. */
  readonly reopen: () => Promise<unknown>
  /** For an editor of captions, which shows its own over the picture. */
  readonly withoutCaptions?: boolean
  /** What learners play how often, above the bar. */
  readonly replays?: PartReplays | undefined
}

/** What learners see of it, in their player. */
export function Preview({ asset, control, reopen, withoutCaptions, replays }: Props) {
  const { hlsUrl, dashUrl, playbackUrl } = asset
  if (!hlsUrl || !dashUrl || !playbackUrl) return null
  return (
    <div ref={control.host}>
      <Suspense fallback={<PlayerSpace />}>
        <Player
          key={asset.liveVersion}
          title={asset.fileName}
          hlsUrl={siteAddress(hlsUrl)}
          dashUrl={siteAddress(dashUrl)}
          playbackUrl={siteAddress(playbackUrl)}
          poster={asset.posterUrl && siteAddress(asset.posterUrl)}
          startAt={0}
          playsAtOnce={false}
          preview
          measured={false}
          withoutCaptions={withoutCaptions}
          replays={replays}
          onForbidden={reopen}
        />
      </Suspense>
    </div>
  )
}
