import type {
  AudioNormalizationSettings,
  AudioSelector,
  CmfcAudioTrackType,
  Output,
  RemixSettings,
} from '@aws-sdk/client-mediaconvert'
import type { AudioTrack } from '#contract/videos/asset'
import { trackNames } from './language.ts'

/** All tracks are one group of HLS renditions, which each rung plays with. */
export const AUDIO_GROUP = 'audio'

/** Loudness units below full scale: what AES TD1008 recommends for speech in streams. */
const TARGET_LOUDNESS = -18

/** Decibels below full scale, so that the decoded sound does not clip. */
const TRUE_PEAK = -2

/** One loudness for all lectures. An add-on, so a setting. */
export const EVEN_LOUDNESS: AudioNormalizationSettings = {
  // The only one of the algorithms that takes more than six channels.
  Algorithm: 'ITU_BS_1770_4',
  AlgorithmControl: 'CORRECT_AUDIO',
  TargetLkfs: TARGET_LOUDNESS,
  TruePeakLimiterThreshold: TRUE_PEAK,
}

const selectorName = (index: number) => `Audio Selector ${index + 1}`

/** The tracks, by the names that the outputs know them by; none of a silent source. */
export function audioSelectors(
  tracks: readonly AudioTrack[],
): Record<string, AudioSelector> | undefined {
  if (tracks.length === 0) return undefined
  const selectors = tracks.map((_, index): [string, AudioSelector] => [
    selectorName(index),
    {
      SelectorType: 'TRACK',
      Tracks: [index + 1],
      DefaultSelection: index === 0 ? 'DEFAULT' : 'NOT_DEFAULT',
    },
  ])
  return Object.fromEntries(selectors)
}

/** An output of its own for each track, the first the one that plays unless somebody chooses. */
export function audioOutputs(
  tracks: readonly AudioTrack[],
  loudness: AudioNormalizationSettings | undefined,
): Output[] {
  const names = trackNames(tracks.map(({ language }) => language))
  return tracks.map((track, index) => audioOutput(track, index, names[index], loudness))
}

function audioOutput(
  track: AudioTrack,
  index: number,
  name: string | undefined,
  loudness: AudioNormalizationSettings | undefined,
): Output {
  const trackType: CmfcAudioTrackType =
    index === 0 ? 'ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT' : 'ALTERNATE_AUDIO_AUTO_SELECT'
  return {
    NameModifier: `_audio${index + 1}`,
    ContainerSettings: {
      Container: 'CMFC',
      CmfcSettings: { AudioGroupId: AUDIO_GROUP, AudioTrackType: trackType },
    },
    AudioDescriptions: [
      {
        AudioSourceName: selectorName(index),
        StreamName: name,
        ...(track.language === 'und'
          ? { LanguageCodeControl: 'FOLLOW_INPUT' }
          : { LanguageCodeControl: 'USE_CONFIGURED', CustomLanguageCode: track.language }),
        CodecSettings: {
          Codec: 'AAC',
          AacSettings: {
            Bitrate: 96_000,
            CodecProfile: 'LC',
            CodingMode: 'CODING_MODE_2_0',
            RateControlMode: 'CBR',
            SampleRate: 48_000,
          },
        },
        AudioNormalizationSettings: loudness,
        RemixSettings: toStereo(track.channels),
      },
    ],
  }
}

/**
 * A single microphone is heard on both sides. All else is left to MediaConvert, which knows the layout of the
 * track: which number a channel of 5.1 has its documentation does not say of sources. AAC's order is given as
 * C L R Ls Rs LFE (AacSettings, `codingMode`), the remix of its sister service counts L R C LFE Ls Rs, and by
 * the wrong one people would speak from the left alone.
 * https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html
 */
function toStereo(channels: number): RemixSettings | undefined {
  if (channels !== 1) return undefined
  const OutputChannels = [{ InputChannels: [0] }, { InputChannels: [0] }]
  return { ChannelsIn: 1, ChannelsOut: 2, ChannelMapping: { OutputChannels } }
}
