import {
  type AudioOutput,
  type CmafGroup,
  isAudioOutput,
  isCmafGroup,
  isPosterGroup,
  isVideoOutput,
  type JobRequest,
  MOST_CAPTURES,
  type PosterGroup,
} from '#local/media-convert/jobs/job-request'
import type { Matrix } from '#local/media-convert/probe/source-look'

/** A job in the encoder's terms. */
export interface EncodePlan {
  /** Where the manifests and segments go; names begin with its last part. */
  readonly destination: string
  readonly segmentSeconds: number
  readonly keyframeSeconds: number
  /** Null keeps the source's own. */
  readonly frameRate: { readonly numerator: number; readonly denominator: number } | null
  /** Whether the source's rotation is to be followed. */
  readonly isTurnedUpright: boolean
  /** Whether frames that are marked as interlaced become progressive ones. */
  readonly isDeinterlaced: boolean
  /** Whether the colours become those of BT.709 in limited range. */
  readonly isColourCorrected: boolean
  /** What a source that does not say is taken for. */
  readonly matrixIfUnsaid: Matrix
  readonly videos: readonly VideoPlan[]
  readonly audios: readonly AudioPlan[]
  readonly thumbnails: ThumbnailPlan | null
  readonly poster: PosterPlan | null
}

export interface VideoPlan {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly maxBitrate: number
  /** QVBR's, 1–10. */
  readonly quality: number
}

export interface AudioPlan {
  readonly name: string
  /** Among the source's audio tracks, from 1. */
  readonly track: number
  /** Null where the source is to tell, and tells nothing. */
  readonly language: string | null
  readonly label: string
  readonly isDefault: boolean
  readonly bitrate: number
  /** LKFS, and the true peak in dBFS; null leaves the sound as it is. */
  readonly loudness: { readonly target: number; readonly peak: number } | null
}

export interface ThumbnailPlan {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  readonly intervalSeconds: number
}

export interface PosterPlan {
  /** Its captures are this with `.0000000.jpg`, `.0000001.jpg`, … */
  readonly destination: string
  readonly width: number
  readonly height: number
  /** From each capture to the next, the first being of the first frame. */
  readonly intervalSeconds: number
  /** At most. */
  readonly captures: number
}

/** MediaConvert's own choice where the job makes none. */
const QUALITY = 7

/** What is to be encoded, out of MediaConvert's nest of settings. */
export function toEncodePlan({ settings }: JobRequest): EncodePlan {
  const cmaf = settings.outputGroups.find(isCmafGroup)
  if (!cmaf) {
    throw new Error('The job has no CMAF output group, and this encoder makes nothing else')
  }
  const [input] = settings.inputs
  const videos = cmaf.outputs.filter(isVideoOutput)
  const audios = cmaf.outputs.filter(isAudioOutput)
  const { destination, segmentLength } = cmaf.outputGroupSettings.cmafGroupSettings
  const h264 = videos[0]?.videoDescription.codecSettings.h264Settings
  const filters = videos[0]?.videoDescription.videoPreprocessors
  const { framerateNumerator: numerator, framerateDenominator: denominator } = h264 ?? {}
  return {
    destination,
    segmentSeconds: segmentLength,
    keyframeSeconds: h264?.gopSize ?? 2,
    frameRate: numerator && denominator ? { numerator, denominator } : null,
    isTurnedUpright: input?.videoSelector.rotate === 'AUTO',
    isDeinterlaced: filters?.deinterlacer !== undefined,
    isColourCorrected: filters?.colorCorrector !== undefined,
    matrixIfUnsaid: input?.videoSelector.colorSpace === 'REC_601' ? 'bt601' : 'bt709',
    videos: videos.map(({ nameModifier, videoDescription }) => {
      const { maxBitrate, qvbrSettings } = videoDescription.codecSettings.h264Settings
      return {
        name: nameModifier,
        width: videoDescription.width,
        height: videoDescription.height,
        maxBitrate: maxBitrate ?? 5_000_000,
        quality: qvbrSettings.qvbrQualityLevel ?? QUALITY,
      }
    }),
    audios: audios.flatMap((output) => toAudioPlan(output, input?.audioSelectors ?? {})),
    thumbnails: toThumbnailPlan(cmaf),
    poster: toPosterPlan(settings.outputGroups.find(isPosterGroup)),
  }
}

function toAudioPlan(
  output: AudioOutput,
  selectors: JobRequest['settings']['inputs'][number]['audioSelectors'],
): AudioPlan[] {
  return output.audioDescriptions.map((sound) => {
    const { targetLkfs, truePeakLimiterThreshold = 0 } = sound.audioNormalizationSettings ?? {}
    return {
      name: output.nameModifier,
      track: selectors[sound.audioSourceName]?.tracks[0] ?? 1,
      language: sound.customLanguageCode ?? null,
      label: sound.streamName ?? output.nameModifier,
      isDefault:
        output.containerSettings.cmfcSettings.audioTrackType ===
        'ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT',
      bitrate: sound.codecSettings.aacSettings.bitrate,
      loudness:
        targetLkfs === undefined ? null : { target: targetLkfs, peak: truePeakLimiterThreshold },
    }
  })
}

function toThumbnailPlan({ outputGroupSettings }: CmafGroup): ThumbnailPlan | null {
  const { imageBasedTrickPlay, imageBasedTrickPlaySettings } = outputGroupSettings.cmafGroupSettings
  const height = imageBasedTrickPlaySettings?.thumbnailHeight
  if (imageBasedTrickPlay !== 'ADVANCED' || !imageBasedTrickPlaySettings || !height) return null
  return {
    width: imageBasedTrickPlaySettings.thumbnailWidth,
    height,
    columns: imageBasedTrickPlaySettings.tileWidth,
    rows: imageBasedTrickPlaySettings.tileHeight,
    intervalSeconds: imageBasedTrickPlaySettings.thumbnailInterval ?? 2,
  }
}

function toPosterPlan(group: PosterGroup | undefined): PosterPlan | null {
  const frame = group?.outputs[0]?.videoDescription
  if (!group || !frame) return null
  const { framerateNumerator, framerateDenominator, maxCaptures } =
    frame.codecSettings.frameCaptureSettings
  return {
    destination: group.outputGroupSettings.fileGroupSettings.destination,
    width: frame.width,
    height: frame.height,
    intervalSeconds: framerateDenominator / framerateNumerator,
    captures: maxCaptures ?? MOST_CAPTURES,
  }
}
