import type { Track } from '@aws-sdk/client-mediaconvert'
import { describe, expect, it } from 'vitest'
import { jobSettings } from '#adapters/transcoder/job-settings'
import { toProbeResult } from '#adapters/transcoder/source-facts'
import { inEnglish } from '#contract/in-english'
import { say } from '#contract/say'
import type { SourceFacts } from '#contract/videos/asset'
import { chooseRungs } from '#core/videos/encode/ladder'
import { sourceFacts, sourceOf } from '#test/support/asset'

const source = sourceFacts({ width: 1280, height: 720 })
const job = {
  assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
  courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
  version: 1,
  attempt: 1,
  input: { bucket: 'ingest', key: 'linear-algebra/1/lecture.mp4' },
  source,
  rungs: chooseRungs(source),
  normaliseLoudness: false,
} as const

const settingsOf = (audioTracks: number) => {
  const audio = source.audio.slice(0, audioTracks)
  return jobSettings({ ...job, source: { ...source, audio } }, 'content')
}

describe('A MediaConvert job', () => {
  it('writes HLS and DASH manifests of one set of segments below the course', () => {
    const [cmaf, poster] = settingsOf(1).OutputGroups ?? []
    expect(cmaf?.OutputGroupSettings?.CmafGroupSettings).toMatchObject({
      Destination: `s3://content/content/${job.courseId}/media/${job.assetId}/v1/index`,
      WriteHlsManifest: 'ENABLED',
      WriteDashManifest: 'ENABLED',
      SegmentLength: 2,
      FragmentLength: 2,
    })
    expect(poster?.OutputGroupSettings?.FileGroupSettings?.Destination).toBe(
      `s3://content/content/${job.courseId}/media/${job.assetId}/v1/poster`,
    )
  })

  it('has an output for each rung, lowest first, and one for the sound', () => {
    const [cmaf] = settingsOf(1).OutputGroups ?? []
    expect(cmaf?.Outputs?.map((output) => output.NameModifier)).toEqual([
      '_240p',
      '_360p',
      '_480p',
      '_720p',
      '_audio1',
    ])
    expect(cmaf?.Outputs?.at(3)?.VideoDescription).toMatchObject({
      Width: 1280,
      Height: 720,
      CodecSettings: {
        H264Settings: { RateControlMode: 'QVBR', MaxBitrate: 3_000_000, GopSize: 2 },
      },
    })
  })

  it('asks for nothing that a plain picture does not need, for each filter has its price', () => {
    const filtersOf = (facts: Partial<SourceFacts>) => {
      const settings = jobSettings({ ...job, source: { ...source, ...facts } }, 'content')
      const outputs = settings.OutputGroups?.flatMap(({ Outputs = [] }) => Outputs) ?? []
      const pictures = outputs.flatMap(({ VideoDescription: video }) => (video ? [video] : []))
      expect(pictures).toHaveLength(5)
      return pictures.map(({ VideoPreprocessors = {} }) => Object.keys(VideoPreprocessors).join())
    }
    expect(new Set(filtersOf({}))).toEqual(new Set(['']))
    expect(new Set(filtersOf({ interlaced: true }))).toEqual(new Set(['Deinterlacer']))
    expect(new Set(filtersOf({ webColour: false }))).toEqual(new Set(['ColorCorrector']))
  })

  it('takes the best single pass, and evens out the loudness where it is asked to alone', () => {
    const outputsOf = (normaliseLoudness: boolean) =>
      jobSettings({ ...job, normaliseLoudness }, 'content').OutputGroups?.[0]?.Outputs ?? []
    expect(
      outputsOf(false)[0]?.VideoDescription?.CodecSettings?.H264Settings?.QualityTuningLevel,
    ).toBe('SINGLE_PASS_HQ')
    const loudnessOf = (normaliseLoudness: boolean) =>
      outputsOf(normaliseLoudness).at(-1)?.AudioDescriptions?.[0]?.AudioNormalizationSettings
    expect(loudnessOf(false)).toBeUndefined()
    expect(loudnessOf(true)).toMatchObject({ TargetLkfs: -18, AlgorithmControl: 'CORRECT_AUDIO' })
  })

  it('hears one microphone on both sides, and leaves surround to who knows its layout', () => {
    const remixOf = (channels: number) => {
      const audio = [{ language: 'en', channels }]
      const [cmaf] =
        jobSettings({ ...job, source: { ...source, audio } }, 'content').OutputGroups ?? []
      return cmaf?.Outputs?.at(-1)?.AudioDescriptions?.[0]?.RemixSettings
    }
    expect(remixOf(1)?.ChannelMapping?.OutputChannels).toEqual([
      { InputChannels: [0] },
      { InputChannels: [0] },
    ])
    expect([remixOf(2), remixOf(6), remixOf(8)]).toEqual([undefined, undefined, undefined])
  })

  it('asks for no sound where there is none, which MediaConvert would fail on', () => {
    const settings = settingsOf(0)
    expect(settings.Inputs?.[0]?.AudioSelectors).toBeUndefined()
    const [cmaf] = settings.OutputGroups ?? []
    expect(cmaf?.Outputs?.some((output) => output.AudioDescriptions)).toBe(false)
  })
})

describe('A look at a source', () => {
  const video = {
    TrackType: 'video',
    Codec: 'AVC',
    Duration: 10,
    VideoProperties: {
      Width: 1440,
      Height: 1080,
      BitRate: 800_000,
      FrameRate: { Numerator: 30_000, Denominator: 1001 },
    },
  } as const

  it('gives the size as shown: square pixels, turned upright', () => {
    const VideoProperties = {
      ...video.VideoProperties,
      SampleAspectRatio: { Numerator: 4, Denominator: 3 },
      Rotation: -90,
    }
    expect(
      toProbeResult({
        Container: { Duration: 10, Format: 'quicktime', Tracks: [{ ...video, VideoProperties }] },
      }),
    ).toEqual({
      kind: 'readable',
      source: {
        durationSeconds: 10,
        width: 1080,
        height: 1920,
        frameRate: 30_000 / 1001,
        videoCodec: 'AVC',
        container: 'quicktime',
        interlaced: false,
        webColour: true,
        audio: [],
      },
    })
  })

  it('turns nothing that MediaConvert would not turn', () => {
    const VideoProperties = { ...video.VideoProperties, Rotation: 90 }
    expect(
      toProbeResult({
        Container: { Duration: 10, Format: 'matroska', Tracks: [{ ...video, VideoProperties }] },
      }),
    ).toMatchObject({ source: { width: 1440, height: 1080 } })
  })

  it('names the language of each audio track', () => {
    const sound = (LanguageCode?: string) =>
      ({ TrackType: 'audio', AudioProperties: { Channels: 2, LanguageCode } }) as const
    const codes = ['eng', 'GER', 'fra', 'und', 'mul', 'qaa', 'x1', undefined]
    expect(
      toProbeResult({ Container: { Duration: 10, Tracks: [video, ...codes.map(sound)] } }),
    ).toMatchObject({
      source: {
        audio: ['en', 'de', 'fr', 'und', 'und', 'und', 'und', 'und'].map((language) => ({
          language,
          channels: 2,
        })),
      },
    })
  })

  it('takes sixteen audio tracks and no more', () => {
    const sound = { TrackType: 'audio', AudioProperties: { Channels: 1 } } as const
    const Tracks = [video, ...Array.from({ length: 20 }, () => sound)]
    const probed = toProbeResult({ Container: { Duration: 10, Tracks } })
    expect(probed.kind === 'readable' && probed.source.audio).toHaveLength(16)
  })

  it('takes a declared bit rate above the real one for no damage: a quiet screencast has it', () => {
    const declared = { ...video.VideoProperties, BitRate: 8_000_000 }
    const Tracks = [{ ...video, VideoProperties: declared }]
    const Container = { Format: 'mp4', Duration: 10, Tracks } as const
    expect(toProbeResult({ Container, Metadata: { FileSize: 600_000 } }).kind).toBe('readable')
  })

  it('says that it knows neither length nor rate where the probe leaves them out', () => {
    const VideoProperties = { Width: 640, Height: 360 }
    const Tracks = [{ TrackType: 'video', Codec: 'VP8', VideoProperties } as const]
    expect(toProbeResult({ Container: { Format: 'webm', Tracks } })).toMatchObject({
      kind: 'readable',
      source: { durationSeconds: null, frameRate: null },
    })
  })

  it('leaves out the pictures that MediaConvert cannot decode, and takes no source that has no other', () => {
    const unknown = { ...video, Codec: 'UNKNOWN' } as const
    const sound = { TrackType: 'audio', Codec: 'AAC', AudioProperties: { Channels: 2 } } as const
    const probed = (...Tracks: Track[]) => toProbeResult({ Container: { Duration: 10, Tracks } })
    expect(probed(unknown, sound)).toEqual({ kind: 'unknown_codec' })
    expect(inEnglish(say('unknown_codec'))).toMatch(/Export it as MP4 with H\.264/)
    expect(probed(unknown, video, sound)).toMatchObject({
      kind: 'readable',
      source: { videoCodec: video.Codec },
    })
  })

  it('leaves out the sounds that MediaConvert cannot decode, before they are numbered', () => {
    const sound = (Codec: 'AAC' | 'UNKNOWN', LanguageCode: string) =>
      ({ TrackType: 'audio', Codec, AudioProperties: { Channels: 2, LanguageCode } }) as const
    const Tracks = [video, sound('UNKNOWN', 'fra'), sound('AAC', 'eng')]
    const probed = toProbeResult({ Container: { Duration: 10, Tracks } })
    if (probed.kind !== 'readable') throw new Error(probed.kind)
    expect(probed.source.audio).toEqual([{ language: 'en', channels: 2 }])
    const settings = jobSettings({ ...job, source: sourceOf(probed) }, 'content')
    expect(settings.Inputs?.[0]?.AudioSelectors).toMatchObject({
      'Audio Selector 1': { Tracks: [1] },
    })
  })

  it.each([
    [{ ScanType: 'Interlaced' }, true],
    [{ ScanType: 'MBAFF' }, true],
    [{ FieldOrder: 'TopFieldFirst' }, true],
    [{ ScanType: 'Progressive' }, false],
    [{}, false],
    [undefined, false],
  ])('tells fields from frames by the picture’s headers: %o', (CodecMetadata, interlaced) => {
    const VideoProperties = { ...video.VideoProperties, CodecMetadata }
    expect(
      toProbeResult({ Container: { Duration: 10, Tracks: [{ ...video, VideoProperties }] } }),
    ).toMatchObject({ source: { interlaced } })
  })

  it.each<[Partial<NonNullable<Track['VideoProperties']>>, boolean]>([
    [{}, true],
    [{ MatrixCoefficients: 'UNSPECIFIED' }, true],
    [{ ColorPrimaries: 'ITU_709', TransferCharacteristics: 'IEC_61966_2_1' }, true],
    [{ MatrixCoefficients: 'SMPTE_170M' }, false],
    [{ ColorPrimaries: 'ITU_2020', TransferCharacteristics: 'SMPTE_2084' }, false],
    [{ TransferCharacteristics: 'ARIB_B67' }, false],
    [{ CodecMetadata: { MatrixCoefficients: 'ITU_470BG' } }, false],
  ])('tells the colours that browsers show as they are from others: %o', (colours, webColour) => {
    const VideoProperties = { ...video.VideoProperties, ...colours }
    expect(
      toProbeResult({ Container: { Duration: 10, Tracks: [{ ...video, VideoProperties }] } }),
    ).toMatchObject({ source: { webColour } })
  })

  it('takes from the picture’s own headers what its container does not say', () => {
    const VideoProperties = {
      Width: 1440,
      Height: 1080,
      CodecMetadata: {
        SampleAspectRatio: { Numerator: 4, Denominator: 3 },
        CodedFrameRate: { Numerator: 25, Denominator: 1 },
      },
    }
    expect(
      toProbeResult({
        Container: { Duration: 10, Format: 'mpegts', Tracks: [{ ...video, VideoProperties }] },
      }),
    ).toMatchObject({ source: { width: 1920, height: 1080, frameRate: 25 } })
  })

  it('tells sound alone from what is no media at all', () => {
    const Tracks = [{ TrackType: 'audio', Codec: 'AAC' } as const]
    expect(toProbeResult({ Container: { Duration: 10, Tracks } }).kind).toBe('no_picture')
    expect(toProbeResult({ Container: {} }).kind).toBe('unreadable')
    expect(toProbeResult(undefined).kind).toBe('unreadable')
  })
})
