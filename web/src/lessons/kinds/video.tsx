import { isWatched } from '#contract/progress/watched-ranges'
import { resumeAt } from '#contract/progress/within-stream'
import { queries } from '#web/api/queries.ts'
import { siteAddress } from '#web/enrolments/course-queries.ts'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { getPreferences } from '#web/player/state/preferences.ts'
import { prefersNative } from '#web/player/stream/native-stream.ts'
import { playbackQuery } from '#web/player/stream/use-playback.ts'
import { warmMedia } from '#web/player/stream/warm-media.ts'
import { heartbeatSeconds } from '#web/progress/heartbeat-seconds.ts'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import type { LearnedKind, ViewProps } from './kind.ts'
import lessons from './lesson.module.css'
import styles from './video.module.css'
import { notEarly } from './warm.ts'

const loaded = partOf(() => import('#web/player/player.tsx'))

export const video: LearnedKind<'video'> = {
  View: VideoView,
  plays: true,
  completes: ({ watched }, lesson) => isWatched(watched, lesson),
  // Its poster needs none of it.
  warmCode: async () => {
    void loaded.load().catch(notEarly)
    if (usesHls()) void import('#web/player/stream/hls-stream.ts').catch(notEarly)
  },
  warm: (lesson, progress) => {
    void queries.prefetchQuery(playbackQuery(siteAddress(lesson.playbackUrl)))
    if (usesHls())
      warmMedia(
        siteAddress(lesson.hlsUrl),
        resumeAt(progress?.positionSeconds ?? 0, lesson.durationSeconds),
      )
  },
}

const usesHls = () => !prefersNative() && !getPreferences().dash

function VideoView(props: ViewProps<'video'>) {
  const { lesson, progress, next, playsAtOnce, record, measured, reopen, end } = props
  const Player = usePart(loaded)
  const poster = lesson.posterUrl ? siteAddress(lesson.posterUrl) : null
  const below = (
    <div className={styles.below}>
      <h1>
        <bdi>{lesson.title}</bdi>
      </h1>
      {end()}
    </div>
  )
  return (
    <article className={`${lessons.lesson} ${lessons.wide}`}>
      {Player ? (
        <Player
          title={lesson.title}
          hlsUrl={siteAddress(lesson.hlsUrl)}
          dashUrl={siteAddress(lesson.dashUrl)}
          playbackUrl={siteAddress(lesson.playbackUrl)}
          poster={poster}
          startAt={resumeAt(progress?.positionSeconds ?? 0, lesson.durationSeconds)}
          playsAtOnce={playsAtOnce}
          measured={measured}
          next={next}
          reports={{
            everySeconds: heartbeatSeconds,
            tell: ({ position, duration, watched }) =>
              void record({
                positionSeconds: position,
                durationSeconds: duration,
                watched,
                completed: false,
              }),
          }}
          onForbidden={reopen}
        >
          {below}
        </Player>
      ) : (
        <>
          <PlayerSpace poster={poster} />
          {below}
        </>
      )}
    </article>
  )
}
