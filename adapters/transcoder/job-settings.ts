import type {
  AudioDescription,
  JobSettings,
  Output,
  OutputGroup,
} from '@aws-sdk/client-mediaconvert'
import { contentKeys } from '#contract/content'
import type { Rung } from '#contract/models/asset'
import type { TranscodeJob } from '#core/media/ports'

const AUDIO_SELECTOR = 'Audio Selector 1'

/** Seconds. A segment holds two groups of pictures; a fragment of one lets playback start sooner. */
const GOP_SECONDS = 2
const SEGMENT_SECONDS = 4

/**
 * One encode for both worlds: CMAF segments that an HLS and a DASH manifest share, and one frame as
 * the poster. It all goes to the version's folder of `contentKeys`.
 */
export function jobSettings(job: TranscodeJob, contentBucket: string): JobSettings {
  const destination = `s3://${contentBucket}/${contentKeys.encode(job.courseId, job.assetId, job.version)}`
  const hasAudio = job.source.audio.length > 0
  return {
    TimecodeConfig: { Source: 'ZEROBASED' },
    Inputs: [
      {
        FileInput: `s3://${job.input.bucket}/${job.input.key}`,
        TimecodeSource: 'ZEROBASED',
        VideoSelector: { Rotate: 'AUTO' },
        AudioSelectors: hasAudio
          ? { [AUDIO_SELECTOR]: { DefaultSelection: 'DEFAULT' } }
          : undefined,
      },
    ],
    OutputGroups: [
      cmafGroup(job.rungs, hasAudio, `${destination}index`),
      posterGroup(job, `${destination}poster`),
    ],
  }
}

function cmafGroup(rungs: readonly Rung[], hasAudio: boolean, destination: string): OutputGroup {
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
        FragmentLength: GOP_SECONDS,
        StreamInfResolution: 'INCLUDE',
        CodecSpecification: 'RFC_4281',
        ManifestDurationFormat: 'FLOATING_POINT',
        MpdProfile: 'MAIN_PROFILE',
      },
    },
    // The manifest lists the outputs in this order, and players begin with the first.
    Outputs: [...rungs.map(videoOutput), ...(hasAudio ? [audioOutput()] : [])],
  }
}

function videoOutput(rung: Rung): Output {
  return {
    NameModifier: `_${rung.name}`,
    ContainerSettings: { Container: 'CMFC' },
    VideoDescription: {
      Width: rung.width,
      Height: rung.height,
      CodecSettings: {
        Codec: 'H_264',
        H264Settings: {
          RateControlMode: 'QVBR',
          MaxBitrate: rung.maxBitrate,
          // Several passes and their better quality belong to the Professional tier, at twice the price.
          QualityTuningLevel: 'SINGLE_PASS',
          FramerateControl: 'INITIALIZE_FROM_SOURCE',
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
    },
  }
}

function audioOutput(): Output {
  const description: AudioDescription = {
    AudioSourceName: AUDIO_SELECTOR,
    CodecSettings: {
      Codec: 'AAC',
      AacSettings: { Bitrate: 128_000, CodingMode: 'CODING_MODE_2_0', SampleRate: 48_000 },
    },
    // Lectures come at every volume: EBU R 128's programme loudness.
    AudioNormalizationSettings: { Algorithm: 'ITU_BS_1770_3', TargetLkfs: -23 },
  }
  return {
    NameModifier: '_audio',
    ContainerSettings: { Container: 'CMFC' },
    AudioDescriptions: [description],
  }
}

/** MediaConvert names captures `.0000000`, `.0000001`, …; the first of them is the first frame. */
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
          CodecSettings: {
            Codec: 'FRAME_CAPTURE',
            FrameCaptureSettings: {
              FramerateNumerator: 1,
              FramerateDenominator: 1,
              MaxCaptures: 1,
              Quality: 80,
            },
          },
        },
      },
    ],
  }
}
