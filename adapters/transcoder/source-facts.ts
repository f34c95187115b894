import type { ProbeResult as MediaConvertProbe, Track } from '@aws-sdk/client-mediaconvert'
import type { ProbeResult } from '#core/videos/ports'
import { toLanguage } from './language.ts'

/** Camera files with a track for each microphone have sixteen; nobody chooses among more. */
const MOST_AUDIO_TRACKS = 16

/** MediaConvert's answer in the core's words. */
export function toProbeResult(probe: MediaConvertProbe | undefined): ProbeResult {
  const tracks = probe?.Container?.Tracks ?? []
  const videos = tracks.filter((track) => track.TrackType === 'video' && track.VideoProperties)
  const video = videos.find(isKnown)
  // MediaConvert counts the tracks that it can decode: one that it cannot would shift the numbers of the rest.
  const audio = tracks.filter((track) => track.TrackType === 'audio' && isKnown(track))
  if (!video && videos.length > 0) return { kind: 'unknown_codec' }
  if (!video?.VideoProperties) {
    return audio.length > 0 ? { kind: 'no_picture' } : { kind: 'unreadable' }
  }
  const container = probe?.Container?.Format ?? 'unknown'
  const properties = video.VideoProperties
  const size = shownSize(properties, TURNED.has(container))
  if (!size) return { kind: 'unreadable' }
  return {
    kind: 'readable',
    source: {
      // A recorder that wrote its header first leaves the length out.
      durationSeconds: probe?.Container?.Duration || video.Duration || null,
      ...size,
      frameRate: ratio(properties.FrameRate) ?? ratio(properties.CodecMetadata?.CodedFrameRate),
      videoCodec: video.Codec ?? 'UNKNOWN',
      container,
      interlaced: isInterlaced(video.Codec, properties),
      webColour: isWebColour(properties),
      audio: audio.slice(0, MOST_AUDIO_TRACKS).map(({ AudioProperties }) => ({
        language: toLanguage(AudioProperties?.LanguageCode),
        channels: AudioProperties?.Channels ?? 0,
      })),
    },
  }
}

const isKnown = ({ Codec }: Track) => Codec !== 'UNKNOWN'

type VideoProperties = NonNullable<Track['VideoProperties']>

/**
 * As the picture's headers say, which the probe reads of H.264, HEVC and MPEG-2 alone. A field order is told of
 * interlaced video only; DV has nothing else. What says nothing counts as progressive.
 */
function isInterlaced(codec: Track['Codec'], { CodecMetadata }: VideoProperties): boolean {
  const { ScanType = 'progressive', FieldOrder } = CodecMetadata ?? {}
  return codec === 'DV' || FieldOrder !== undefined || !/^progressive/i.test(ScanType)
}

/** What shows as BT.709 does: curves that differ from its own by nothing one sees count, and RGB becomes it anyway. */
const WEB_COLOUR = {
  ColorPrimaries: ['ITU_709'],
  TransferCharacteristics: ['ITU_709', 'SMPTE_170M', 'IEC_61966_2_1'],
  MatrixCoefficients: ['ITU_709', 'RGB'],
} as const

/** What does not say is taken for what its size suggests. The range the probe does not tell. */
function isWebColour({ CodecMetadata, ...container }: VideoProperties): boolean {
  const isWeb = (aspect: keyof typeof WEB_COLOUR) =>
    [container[aspect], CodecMetadata?.[aspect]].every((said) =>
      [undefined, 'UNSPECIFIED', ...WEB_COLOUR[aspect]].includes(said),
    )
  return isWeb('ColorPrimaries') && isWeb('TransferCharacteristics') && isWeb('MatrixCoefficients')
}

/**
 * MediaConvert's `Rotate: AUTO` turns the pictures of these alone:
 * https://docs.aws.amazon.com/mediaconvert/latest/ug/auto-rotation.html
 */
const TURNED: ReadonlySet<string> = new Set(['mp4', 'quicktime', 'three_gp', 'three_g2'])

/** The picture as a viewer sees it: pixels made square, then turned. */
function shownSize(video: VideoProperties, isTurnedByItself: boolean) {
  if (!video.Width || !video.Height) return null
  // The container declares the shape of a pixel, or the picture's own headers do.
  const pixel = ratio(video.SampleAspectRatio) ?? ratio(video.CodecMetadata?.SampleAspectRatio) ?? 1
  const width = Math.round(video.Width * pixel)
  const isTurned = isTurnedByItself && Math.abs(video.Rotation ?? 0) % 180 === 90
  return isTurned ? { width: video.Height, height: width } : { width, height: video.Height }
}

function ratio(fraction: { Numerator?: number; Denominator?: number } | undefined): number | null {
  const { Numerator: over = 0, Denominator: under = 0 } = fraction ?? {}
  return over > 0 && under > 0 ? over / under : null
}
