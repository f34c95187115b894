import type { ProbeResult as MediaConvertProbe, Track } from '@aws-sdk/client-mediaconvert'
import type { ProbeResult } from '#core/media/ports'
import { toLanguage } from './language.ts'

/**
 * A video's tracks may promise this much more than the file holds before it counts as truncated:
 * MediaConvert rounds bit rates and durations.
 */
const TRUNCATION_TOLERANCE = 1.05

/** Camera files with a track for each microphone have sixteen; nobody chooses among more. */
const MOST_AUDIO_TRACKS = 16

/** MediaConvert's answer in the core's words. */
export function toProbeResult(probe: MediaConvertProbe | undefined): ProbeResult {
  const tracks = probe?.Container?.Tracks ?? []
  const video = tracks.find((track) => track.TrackType === 'video' && track.VideoProperties)
  const audio = tracks.filter((track) => track.TrackType === 'audio')
  if (!video?.VideoProperties) {
    return audio.length > 0 ? { kind: 'no_picture' } : { kind: 'unreadable' }
  }
  const durationSeconds = probe?.Container?.Duration ?? video.Duration
  const container = probe?.Container?.Format ?? 'unknown'
  const { FrameRate, CodecMetadata } = video.VideoProperties
  const size = shownSize(video.VideoProperties, INDEXED.has(container))
  if (!durationSeconds || !size) return { kind: 'unreadable' }
  const fileSize = probe?.Metadata?.FileSize
  const isIndexed = INDEXED.has(container)
  if (isIndexed && fileSize && bytesPromised(tracks) > fileSize * TRUNCATION_TOLERANCE) {
    return { kind: 'truncated' }
  }
  return {
    kind: 'video',
    source: {
      durationSeconds,
      ...size,
      frameRate: ratio(FrameRate) ?? ratio(CodecMetadata?.CodedFrameRate) ?? 30,
      videoCodec: video.Codec ?? 'UNKNOWN',
      container,
      audio: audio.slice(0, MOST_AUDIO_TRACKS).map(({ AudioProperties }) => ({
        language: toLanguage(AudioProperties?.LanguageCode),
        channels: AudioProperties?.Channels ?? 0,
      })),
    },
  }
}

/**
 * Files with an index that knows each sample: what it says of bit rates is so, where others declare what
 * may be. MediaConvert's `Rotate: AUTO` turns the pictures of these alone:
 * https://docs.aws.amazon.com/mediaconvert/latest/ug/auto-rotation.html
 */
const INDEXED: ReadonlySet<string> = new Set(['mp4', 'quicktime', 'three_gp', 'three_g2'])

/** The picture as a viewer sees it: pixels made square, then turned. */
function shownSize(video: NonNullable<Track['VideoProperties']>, isTurnedByItself: boolean) {
  if (!video.Width || !video.Height) return null
  // The container declares the shape of a pixel, or the picture's own headers do.
  const pixel = ratio(video.SampleAspectRatio) ?? ratio(video.CodecMetadata?.SampleAspectRatio) ?? 1
  const width = Math.round(video.Width * pixel)
  const isTurned = isTurnedByItself && Math.abs(video.Rotation ?? 0) % 180 === 90
  return isTurned ? { width: video.Height, height: width } : { width, height: video.Height }
}

function bytesPromised(tracks: readonly Track[]): number {
  return tracks
    .map((track) => {
      const bitsPerSecond = track.VideoProperties?.BitRate ?? track.AudioProperties?.BitRate ?? 0
      return (bitsPerSecond * (track.Duration ?? 0)) / 8
    })
    .reduce((sum, bytes) => sum + bytes, 0)
}

function ratio(fraction: { Numerator?: number; Denominator?: number } | undefined): number | null {
  const { Numerator: over = 0, Denominator: under = 0 } = fraction ?? {}
  return over > 0 && under > 0 ? over / under : null
}
