import type {
  JobSettings,
  Output,
  OutputGroup,
  VideoPreprocessor,
} from '@aws-sdk/client-mediaconvert'
import { contentKeys } from '#contract/courses/content'
import type { Rung, SourceFacts } from '#contract/videos/asset'
import type { TranscodeJob } from '#core/videos/ports'
import { type FrameRate, outputFrameRate } from '#core/videos/source/frame-rate'
import { AUDIO_GROUP, audioOutputs, audioSelectors, EVEN_LOUDNESS } from './audio-outputs.ts'
import { posterCapture } from './poster.ts'
import { thumbnailSettings } from './thumbnails.ts'

/** Seconds. A segment is one group of pictures, which a player needs whole to begin: docs/performance.md. */
const GOP_SECONDS = 2
const SEGMENT_SECONDS = 2

/** Of 10: docs/performance.md, "Quality". Letters on slides suffer first, and most where they are small. */
const QUALITY: Record<Rung['name'], number> = {
  '240p': 7,
  '360p': 7,
  '480p': 7,
  '720p': 8,
  '1080p': 8,
}

/**
 * One encode for both worlds: CMAF segments that an HLS and a DASH manifest share, sheets of thumbnails,
 * and frames for the poster. It all goes to the version's folder of `contentKeys`. Pictures come out
 * upright, progressive, at a constant rate, with square pixels and in colours that say what they are.
 */
export function jobSettings(job: TranscodeJob, contentBucket: string): JobSettings {
  const destination = `s3://${contentBucket}/${contentKeys.encode(job.courseId, job.assetId, job.version)}`
  return {
    TimecodeConfig: { Source: 'ZEROBASED' },
    Inputs: [
      {
        FileInput: `s3://${job.input.bucket}/${job.input.key}`,
        TimecodeSource: 'ZEROBASED',
        VideoSelector: { Rotate: 'AUTO', SampleRange: 'FOLLOW', ...colourIfUnsaid(job.source) },
        AudioSelectors: audioSelectors(job.source.audio),
      },
    ],
    OutputGroups: [cmafGroup(job, `${destination}index`), posterGroup(job, `${destination}poster`)],
  }
}

function cmafGroup(
  { source, rungs, normaliseLoudness }: TranscodeJob,
  destination: string,
): OutputGroup {
  const rate = outputFrameRate(source.frameRate)
  const hasAudio = source.audio.length > 0
  return {
    Name: 'CMAF',
    OutputGroupSettings: {
      Type: 'CMAF_GROUP_SETTINGS',
      CmafGroupSettings: {
        Destination: destination,
        WriteHlsManifest: 'ENABLED',
        WriteDashManifest: 'ENABLED',
        SegmentControl: 'SEGMENTED_FILES',
        SegmentLength: SEGMENT_SECONDS,
        // At 29.97 two seconds are 60 frames and 2.002 s: exact lengths would cost a keyframe more.
        SegmentLengthControl: 'GOP_MULTIPLE',
        FragmentLength: GOP_SECONDS,
        StreamInfResolution: 'INCLUDE',
        CodecSpecification: 'RFC_4281',
        ManifestDurationFormat: 'FLOATING_POINT',
        MpdProfile: 'MAIN_PROFILE',
        WriteSegmentTimelineInRepresentation: 'ENABLED',
        ImageBasedTrickPlay: 'ADVANCED',
        ImageBasedTrickPlaySettings: thumbnailSettings(source),
      },
    },
    // The manifest lists the outputs in this order, and players begin with the first.
    Outputs: [
      ...rungs.map((rung) => videoOutput(rung, rate, hasAudio, preprocessors(source))),
      ...audioOutputs(source.audio, normaliseLoudness ? EVEN_LOUDNESS : undefined),
    ],
  }
}

function videoOutput(
  rung: Rung,
  rate: FrameRate,
  hasAudio: boolean,
  filters: VideoPreprocessor | undefined,
): Output {
  return {
    NameModifier: `_${rung.name}`,
    ContainerSettings: {
      Container: 'CMFC',
      CmfcSettings: hasAudio ? { AudioRenditionSets: AUDIO_GROUP } : undefined,
    },
    VideoDescription: {
      Width: rung.width,
      Height: rung.height,
      // The sides keep the aspect ratio already: anything else would add bars of a line or two.
      ScalingBehavior: 'STRETCH_TO_OUTPUT',
      AntiAlias: 'ENABLED',
      CodecSettings: {
        Codec: 'H_264',
        H264Settings: {
          RateControlMode: 'QVBR',
          QvbrSettings: { QvbrQualityLevel: QUALITY[rung.name] },
          MaxBitrate: rung.maxBitrate,
          // The best that the Basic tier has; several passes belong to the Professional one.
          QualityTuningLevel: 'SINGLE_PASS_HQ',
          CodecProfile: 'HIGH',
          CodecLevel: 'AUTO',
          FramerateControl: 'SPECIFIED',
          FramerateConversionAlgorithm: 'DUPLICATE_DROP',
          FramerateNumerator: rate.numerator,
          FramerateDenominator: rate.denominator,
          InterlaceMode: 'PROGRESSIVE',
          GopSize: GOP_SECONDS,
          GopSizeUnits: 'SECONDS',
          GopClosedCadence: 1,
          // A keyframe anywhere else would put the rungs' segments out of step.
          SceneChangeDetect: 'DISABLED',
          ParControl: 'SPECIFIED',
          ParNumerator: 1,
          ParDenominator: 1,
        },
      },
      VideoPreprocessors: filters,
    },
  }
}

/**
 * Only what the picture needs: each of these makes every minute cost more, whether or not it finds anything to
 * do (docs/adr/0007-pay-for-what-a-picture-needs.md).
 */
function preprocessors({ interlaced, webColour }: SourceFacts): VideoPreprocessor | undefined {
  if (!interlaced && webColour) return undefined
  return {
    // Frames that are marked as progressive are left alone.
    ...(interlaced && {
      Deinterlacer: { Mode: 'DEINTERLACE', Control: 'NORMAL', Algorithm: 'INTERPOLATE' },
    }),
    // From HDR10 and HLG by tone mapping; from BT.601 and BT.2020 by their matrices.
    ...(!webColour && {
      ColorCorrector: {
        ColorSpaceConversion: 'FORCE_709',
        HdrToSdrToneMapper: 'PRESERVE_DETAILS',
        SampleRangeConversion: 'LIMITED_RANGE_SQUEEZE',
      },
    }),
  }
}

/** Lines from which players take a picture that does not say for BT.709, and below which for BT.601. */
const HD_LINES = 720

/** Said to all rungs alike, or players would guess of each by its own size. */
const colourIfUnsaid = ({ width, height }: SourceFacts) =>
  ({
    ColorSpace: Math.min(width, height) >= HD_LINES ? 'REC_709' : 'REC_601',
    ColorSpaceUsage: 'FALLBACK',
  }) as const

function posterGroup(job: TranscodeJob, destination: string): OutputGroup {
  const largest = job.rungs.at(-1)
  return {
    Name: 'Poster',
    OutputGroupSettings: {
      Type: 'FILE_GROUP_SETTINGS',
      FileGroupSettings: { Destination: destination },
    },
    Outputs: [
      {
        ContainerSettings: { Container: 'RAW' },
        Extension: 'jpg',
        VideoDescription: {
          Width: largest?.width,
          Height: largest?.height,
          ScalingBehavior: 'STRETCH_TO_OUTPUT',
          VideoPreprocessors: preprocessors(job.source),
          CodecSettings: {
            Codec: 'FRAME_CAPTURE',
            FrameCaptureSettings: posterCapture(job.source.durationSeconds),
          },
        },
      },
    ],
  }
}
