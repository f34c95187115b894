import {
  type AudioOutput,
  type CmafGroup,
  isVideoOutput,
  type JobRequest,
  type VideoOutput,
} from './job-request.ts'
import { type Check, evenSides, isMultiple, isWithin, unless } from './rule.ts'

type Selectors = JobRequest['settings']['inputs'][number]['audioSelectors']
type GroupSettings = CmafGroup['outputGroupSettings']['cmafGroupSettings']

/** The rules of a CMAF output group and of its outputs. */
export function cmafGroupRules(group: CmafGroup, selectors: Selectors, place: string): Check[] {
  const settings = group.outputGroupSettings.cmafGroupSettings
  const at = `${place}/outputGroupSettings/cmafGroupSettings`
  return [
    unless(/^s3:\/\/[^/]+\/.+/.test(settings.destination), `${at}/destination`, 'Should be on S3'),
    unless(
      settings.mpdProfile !== 'ON_DEMAND_PROFILE' || settings.segmentControl === 'SINGLE_FILE',
      `${at}/mpdProfile`,
      'The on-demand profile needs a single file',
    ),
    unless(
      Number.isInteger(settings.segmentLength) &&
        isMultiple(settings.segmentLength, settings.fragmentLength),
      `${at}/segmentLength`,
      'Should be a whole multiple of the fragment length',
    ),
    ...thumbnailRules(settings, `${at}/imageBasedTrickPlaySettings`),
    ...group.outputs.flatMap((output, index) => {
      const here = `${place}/outputs/${index}`
      return [
        unless(
          output.containerSettings.container === 'CMFC',
          `${here}/containerSettings/container`,
          'Should be CMFC in a CMAF output group',
        ),
        unless(
          output.nameModifier !== '',
          `${here}/nameModifier`,
          'Is required in an output group with several outputs',
        ),
        ...(isVideoOutput(output)
          ? videoRules(output, settings, here)
          : audioRules(output, selectors, here)),
      ]
    }),
  ]
}

function videoRules(output: VideoOutput, settings: GroupSettings, place: string): Check[] {
  const at = `${place}/videoDescription`
  const h264 = output.videoDescription.codecSettings.h264Settings
  const coding = `${at}/codecSettings/h264Settings`
  const rate = (h264.framerateNumerator ?? 0) / (h264.framerateDenominator ?? 1)
  const isSpecified = h264.framerateControl === 'SPECIFIED'
  return [
    // "Each output in a CMAF output group may only contain a single video, audio, or caption output."
    unless(output.audioDescriptions.length === 0, place, 'Should hold video or audio, not both'),
    ...evenSides(output.videoDescription, at),
    unless(
      h264.rateControlMode !== 'QVBR' || isWithin(h264.maxBitrate, 1000, 1_152_000_000),
      `${coding}/maxBitrate`,
      'Is required from 1000 to 1152000000 when the rate control mode is QVBR',
    ),
    unless(
      h264.qvbrSettings.qvbrQualityLevel === undefined ||
        (h264.rateControlMode === 'QVBR' && isWithin(h264.qvbrSettings.qvbrQualityLevel, 1, 10)),
      `${coding}/qvbrSettings/qvbrQualityLevel`,
      'Should be from 1 to 10, and only with QVBR',
    ),
    unless(
      !isSpecified || isWithin(rate, Number.MIN_VALUE, 120),
      `${coding}/framerateNumerator`,
      'Numerator and denominator are required when the frame rate is specified',
    ),
    unless(
      h264.parControl !== 'SPECIFIED' || (h264.parNumerator ?? 0) * (h264.parDenominator ?? 0) > 0,
      `${coding}/parNumerator`,
      'Numerator and denominator are required when the pixel aspect ratio is specified',
    ),
    unless(
      h264.gopClosedCadence !== 0,
      `${coding}/gopClosedCadence`,
      'Should not be 0 in a segmented output',
    ),
    // https://docs.aws.amazon.com/mediaconvert/latest/ug/setting-the-fragment-length.html
    unless(
      isMultiple(settings.fragmentLength, gopSeconds(h264, rate)),
      `${coding}/gopSize`,
      'The fragment length should be a multiple of GOP size × closed GOP cadence ÷ frame rate',
    ),
  ]
}

type H264 = VideoOutput['videoDescription']['codecSettings']['h264Settings']

/** From one place where a segment may begin to the next. In frames of an unknown rate nothing can be said. */
function gopSeconds({ gopSize, gopSizeUnits, gopClosedCadence = 1 }: H264, rate: number): number {
  if (gopSize === undefined || gopSizeUnits === 'AUTO') return 1
  const seconds = gopSizeUnits === 'SECONDS' ? gopSize : gopSize / (rate || Number.NaN)
  return seconds * gopClosedCadence
}

/** AAC-LC in stereo: https://docs.aws.amazon.com/mediaconvert/latest/ug/aac-support.html */
const STEREO_BITRATES = new Set(
  [64, 80, 96, 112, 128, 160, 192, 224, 256, 288].map((kilobits) => kilobits * 1000),
)

function audioRules(output: AudioOutput, selectors: Selectors, place: string): Check[] {
  return [
    unless(
      output.audioDescriptions.length === 1,
      `${place}/audioDescriptions`,
      'Should be one in an output of a CMAF output group',
    ),
    ...output.audioDescriptions.flatMap((sound, index) => {
      const at = `${place}/audioDescriptions/${index}`
      const { targetLkfs = -23, truePeakLimiterThreshold = 0 } =
        sound.audioNormalizationSettings ?? {}
      const remix = sound.remixSettings
      const { aacSettings } = sound.codecSettings
      return [
        unless(
          sound.audioSourceName in selectors,
          `${at}/audioSourceName`,
          `There is no audio selector "${sound.audioSourceName}" in the input`,
        ),
        unless(
          /^[\w\s]*$/.test(sound.streamName ?? ''),
          `${at}/streamName`,
          'Should match the pattern ^[\\w\\s]*$',
        ),
        unless(
          /^[A-Za-z]{2,3}(-[A-Za-z0-9-]+)*$/.test(sound.customLanguageCode ?? 'und'),
          `${at}/customLanguageCode`,
          'Should match the pattern ^[A-Za-z]{2,3}(-[A-Za-z0-9-]+)*$',
        ),
        unless(
          STEREO_BITRATES.has(aacSettings.bitrate) && aacSettings.sampleRate === 48_000,
          `${at}/codecSettings/aacSettings/bitrate`,
          'Is not one of stereo AAC-LC at this sample rate',
        ),
        unless(
          isWithin(targetLkfs, -59, 0) && isWithin(truePeakLimiterThreshold, -8, 0),
          `${at}/audioNormalizationSettings`,
          'The target should be from -59 to 0, the true peak from -8 to 0',
        ),
        unless(
          !remix ||
            (remix.channelMapping.outputChannels.length === remix.channelsOut &&
              remix.channelMapping.outputChannels.every(
                ({ inputChannels }) =>
                  inputChannels.length === remix.channelsIn &&
                  inputChannels.every((gain) => isWithin(gain, -60, 6)),
              )),
          `${at}/remixSettings/channelMapping`,
          'Should have a gain from -60 to 6 for each input channel of each output channel',
        ),
      ]
    }),
  ]
}

/** A sheet of thumbnails is at most this high, as the setting's own description says. */
const TALLEST_SHEET = 4096

/** https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html, CmafImageBasedTrickPlaySettings */
function thumbnailRules(settings: GroupSettings, place: string): Check[] {
  const tiles = settings.imageBasedTrickPlaySettings
  if (settings.imageBasedTrickPlay !== 'ADVANCED') return []
  if (!tiles) return [unless(false, place, 'Is required when image based trick play is ADVANCED')]
  const { thumbnailWidth, thumbnailHeight = 2, tileWidth, tileHeight } = tiles
  return [
    unless(
      thumbnailWidth % 8 === 0 && isWithin(thumbnailWidth, 8, 4096),
      `${place}/thumbnailWidth`,
      'Should be a multiple of 8 from 8 to 4096',
    ),
    unless(
      thumbnailHeight % 2 === 0 && isWithin(thumbnailHeight, 2, 4096),
      `${place}/thumbnailHeight`,
      'Should be a multiple of 2 from 2 to 4096',
    ),
    unless(isWithin(tileWidth, 1, 512), `${place}/tileWidth`, 'Should be from 1 to 512'),
    unless(isWithin(tileHeight, 1, 2048), `${place}/tileHeight`, 'Should be from 1 to 2048'),
    unless(
      thumbnailHeight * tileHeight <= TALLEST_SHEET,
      `${place}/tileHeight`,
      `The total height of a tile should be at most ${TALLEST_SHEET}`,
    ),
    unless(
      tiles.intervalCadence !== 'FOLLOW_SEGMENTATION' || tileWidth * tileHeight === 1,
      `${place}/intervalCadence`,
      'FOLLOW_SEGMENTATION requires 1x1 tiling',
    ),
    unless(
      tiles.intervalCadence !== 'FOLLOW_CUSTOM' || (tiles.thumbnailInterval ?? 0) > 0,
      `${place}/thumbnailInterval`,
      'Is required when the cadence is FOLLOW_CUSTOM',
    ),
  ]
}
