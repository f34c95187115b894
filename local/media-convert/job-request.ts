import { z } from 'zod'

/** The part of MediaConvert's CreateJob that we act on, as the SDK puts it on the wire. */
const VideoOutput = z.object({
  nameModifier: z.string().default(''),
  videoDescription: z.object({
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    codecSettings: z.object({
      codec: z.literal('H_264'),
      h264Settings: z.object({ maxBitrate: z.number(), gopSize: z.number().default(2) }),
    }),
  }),
})

const AudioOutput = z.object({
  nameModifier: z.string().default(''),
  audioDescriptions: z
    .array(
      z.object({
        codecSettings: z.object({ aacSettings: z.object({ bitrate: z.number() }) }),
        audioNormalizationSettings: z.object({ targetLkfs: z.number() }).optional(),
      }),
    )
    .length(1),
})

const CmafGroup = z.object({
  outputGroupSettings: z.object({
    type: z.literal('CMAF_GROUP_SETTINGS'),
    cmafGroupSettings: z.object({
      destination: z.string(),
      segmentLength: z.number().default(4),
      writeHlsManifest: z.literal('ENABLED'),
      writeDashManifest: z.literal('ENABLED'),
    }),
  }),
  outputs: z.array(z.union([VideoOutput, AudioOutput])).min(1),
})

const PosterGroup = z.object({
  outputGroupSettings: z.object({
    type: z.literal('FILE_GROUP_SETTINGS'),
    fileGroupSettings: z.object({ destination: z.string() }),
  }),
  outputs: z
    .array(
      z.object({
        videoDescription: z.object({
          width: z.number().int().positive(),
          height: z.number().int().positive(),
          codecSettings: z.object({ codec: z.literal('FRAME_CAPTURE') }),
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
    inputs: z.array(z.object({ fileInput: z.string() })).length(1),
    outputGroups: z.array(z.union([CmafGroup, PosterGroup])).min(1),
  }),
})
export type JobRequest = z.infer<typeof JobRequest>

export interface EncodePlan {
  /** Where the manifests and segments go; names begin with its last part. */
  readonly destination: string
  readonly segmentSeconds: number
  readonly keyframeSeconds: number
  readonly videos: readonly {
    readonly name: string
    readonly width: number
    readonly height: number
    readonly maxBitrate: number
  }[]
  readonly audio: {
    readonly name: string
    readonly bitrate: number
    readonly loudness: number | null
  } | null
  readonly poster: {
    readonly destination: string
    readonly width: number
    readonly height: number
  } | null
}

/** What is to be encoded, out of MediaConvert's nest of settings. */
export function toEncodePlan({ settings }: JobRequest): EncodePlan {
  const cmaf = settings.outputGroups.find((group): group is z.infer<typeof CmafGroup> =>
    isType(group, 'CMAF_GROUP_SETTINGS'),
  )
  const poster = settings.outputGroups.find((group): group is z.infer<typeof PosterGroup> =>
    isType(group, 'FILE_GROUP_SETTINGS'),
  )
  if (!cmaf)
    throw new Error('The job has no CMAF output group, and this encoder makes nothing else')
  const videos = cmaf.outputs.filter((output) => 'videoDescription' in output)
  const audio = cmaf.outputs.find((output) => 'audioDescriptions' in output)
  const sound = audio?.audioDescriptions[0]
  const { destination, segmentLength } = cmaf.outputGroupSettings.cmafGroupSettings
  const frame = poster?.outputs[0]?.videoDescription
  return {
    destination,
    segmentSeconds: segmentLength,
    keyframeSeconds: videos[0]?.videoDescription.codecSettings.h264Settings.gopSize ?? 2,
    videos: videos.map(({ nameModifier, videoDescription }) => ({
      name: nameModifier,
      width: videoDescription.width,
      height: videoDescription.height,
      maxBitrate: videoDescription.codecSettings.h264Settings.maxBitrate,
    })),
    audio:
      audio && sound
        ? {
            name: audio.nameModifier,
            bitrate: sound.codecSettings.aacSettings.bitrate,
            loudness: sound.audioNormalizationSettings?.targetLkfs ?? null,
          }
        : null,
    poster:
      poster && frame
        ? {
            destination: poster.outputGroupSettings.fileGroupSettings.destination,
            width: frame.width,
            height: frame.height,
          }
        : null,
  }
}

const isType = (group: { outputGroupSettings: { type: string } }, type: string) =>
  group.outputGroupSettings.type === type
