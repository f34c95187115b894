import { z } from 'zod'

/** As many as MediaConvert takes where the job sets no end. */
export const MOST_CAPTURES = 10_000_000

/**
 * The part of MediaConvert's CreateJob that we act on or check, as the SDK puts it on the wire. What a
 * job may say here is in `job-rules.ts`.
 */
const VideoDescription = z.object({
  width: z.number(),
  height: z.number(),
  videoPreprocessors: z
    .object({
      deinterlacer: z.object({}).optional(),
      colorCorrector: z.object({ colorSpaceConversion: z.literal('FORCE_709') }).optional(),
    })
    .default({}),
})

const VideoSelector = z.object({
  rotate: z.string().default('DEGREE_0'),
  colorSpace: z.string().default('FOLLOW'),
  colorSpaceUsage: z.string().default('FORCE'),
})

const VideoOutput = z.object({
  nameModifier: z.string().default(''),
  containerSettings: z.object({
    container: z.string(),
    cmfcSettings: z.object({ audioRenditionSets: z.string().optional() }).default({}),
  }),
  videoDescription: VideoDescription.extend({
    codecSettings: z.object({
      codec: z.literal('H_264'),
      h264Settings: z.object({
        rateControlMode: z.string().default('CBR'),
        maxBitrate: z.number().optional(),
        qvbrSettings: z.object({ qvbrQualityLevel: z.number().optional() }).default({}),
        framerateControl: z.string().default('INITIALIZE_FROM_SOURCE'),
        framerateNumerator: z.number().optional(),
        framerateDenominator: z.number().optional(),
        gopSize: z.number().optional(),
        gopSizeUnits: z.string().default('AUTO'),
        gopClosedCadence: z.number().optional(),
        parControl: z.string().default('INITIALIZE_FROM_SOURCE'),
        parNumerator: z.number().optional(),
        parDenominator: z.number().optional(),
      }),
    }),
  }),
  audioDescriptions: z.array(z.unknown()).default([]),
})

const AudioDescription = z.object({
  audioSourceName: z.string().default('Audio Selector 1'),
  streamName: z.string().optional(),
  languageCodeControl: z.string().default('FOLLOW_INPUT'),
  customLanguageCode: z.string().optional(),
  codecSettings: z.object({
    codec: z.literal('AAC'),
    aacSettings: z.object({ bitrate: z.number(), sampleRate: z.number() }),
  }),
  audioNormalizationSettings: z
    .object({ targetLkfs: z.number().optional(), truePeakLimiterThreshold: z.number().optional() })
    .optional(),
  remixSettings: z
    .object({
      channelsIn: z.number(),
      channelsOut: z.number(),
      channelMapping: z.object({
        outputChannels: z.array(z.object({ inputChannels: z.array(z.number()) })),
      }),
    })
    .optional(),
})

const AudioOutput = z.object({
  nameModifier: z.string().default(''),
  containerSettings: z.object({
    container: z.string(),
    cmfcSettings: z
      .object({ audioGroupId: z.string().optional(), audioTrackType: z.string().optional() })
      .default({}),
  }),
  audioDescriptions: z.array(AudioDescription),
})

const CmafGroup = z.object({
  outputGroupSettings: z.object({
    type: z.literal('CMAF_GROUP_SETTINGS'),
    cmafGroupSettings: z.object({
      destination: z.string(),
      segmentLength: z.number().default(10),
      segmentControl: z.string().default('SEGMENTED_FILES'),
      fragmentLength: z.number().default(2),
      mpdProfile: z.string().default('MAIN_PROFILE'),
      writeHlsManifest: z.literal('ENABLED'),
      writeDashManifest: z.literal('ENABLED'),
      imageBasedTrickPlay: z.string().default('NONE'),
      imageBasedTrickPlaySettings: z
        .object({
          intervalCadence: z.string().default('FOLLOW_IFRAME'),
          thumbnailInterval: z.number().optional(),
          thumbnailWidth: z.number().default(312),
          thumbnailHeight: z.number().optional(),
          tileWidth: z.number().default(1),
          tileHeight: z.number().default(1),
        })
        .optional(),
    }),
  }),
  outputs: z.array(z.union([VideoOutput, AudioOutput])),
})

const PosterGroup = z.object({
  outputGroupSettings: z.object({
    type: z.literal('FILE_GROUP_SETTINGS'),
    fileGroupSettings: z.object({ destination: z.string() }),
  }),
  outputs: z
    .array(
      z.object({
        nameModifier: z.string().default(''),
        videoDescription: VideoDescription.extend({
          codecSettings: z.object({
            codec: z.literal('FRAME_CAPTURE'),
            frameCaptureSettings: z.object({
              framerateNumerator: z.number().default(1),
              framerateDenominator: z.number().default(1),
              maxCaptures: z.number().optional(),
              quality: z.number().optional(),
            }),
          }),
        }),
      }),
    )
    .length(1),
})

export const JobRequest = z.object({
  role: z.string(),
  queue: z.string().optional(),
  clientRequestToken: z.string().optional(),
  userMetadata: z.record(z.string(), z.string()).default({}),
  settings: z.object({
    inputs: z
      .array(
        z.object({
          fileInput: z.string(),
          videoSelector: VideoSelector.prefault({}),
          audioSelectors: z
            .record(z.string(), z.object({ tracks: z.array(z.number()).default([1]) }))
            .default({}),
        }),
      )
      .length(1),
    outputGroups: z.array(z.union([CmafGroup, PosterGroup])).min(1),
  }),
})
export type JobRequest = z.infer<typeof JobRequest>
export type CmafGroup = z.infer<typeof CmafGroup>
export type PosterGroup = z.infer<typeof PosterGroup>
export type VideoOutput = z.infer<typeof VideoOutput>
export type AudioOutput = z.infer<typeof AudioOutput>

export const isCmafGroup = (group: CmafGroup | PosterGroup): group is CmafGroup =>
  group.outputGroupSettings.type === 'CMAF_GROUP_SETTINGS'

export const isPosterGroup = (group: CmafGroup | PosterGroup): group is PosterGroup =>
  group.outputGroupSettings.type === 'FILE_GROUP_SETTINGS'

/** Whether any output is sound alone, as of every rendition group with sound. */
export const hasAudioOnlyOutput = ({ settings }: JobRequest): boolean =>
  settings.outputGroups.some((group) => isCmafGroup(group) && group.outputs.some(isAudioOutput))

export const isVideoOutput = (output: VideoOutput | AudioOutput): output is VideoOutput =>
  'videoDescription' in output

export const isAudioOutput = (output: VideoOutput | AudioOutput): output is AudioOutput =>
  !isVideoOutput(output)
