import { BadRequestException, MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import type { SourceFacts } from '#contract/videos/asset'
import { chooseRungs } from '#core/videos/encode/ladder'
import { JobRequest } from '#local/media-convert/jobs/job-request'
import { refusals } from '#local/media-convert/jobs/job-rules'
import { sourceFacts } from '#test/support/asset'

/** The job of a source as the SDK puts it on the wire. */
async function onTheWire(source: SourceFacts): Promise<JobRequest> {
  let body = ''
  const client = new MediaConvertClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    requestHandler: {
      handle: async (request: { body: Uint8Array }) => {
        body = Buffer.from(request.body).toString('utf8')
        throw new BadRequestException({ $metadata: {}, message: 'only looked at' })
      },
    },
  })
  const transcoder = createMediaConvertTranscoder({
    client,
    contentBucket: 'content',
    roleArn: 'arn:aws:iam::000000000000:role/media',
    deploymentId: 'ours',
  })
  await expect(
    transcoder.submit({
      assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
      courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
      version: 12,
      attempt: 3,
      input: { bucket: 'ingest', key: 'linear-algebra/1/lecture.mp4' },
      source,
      rungs: chooseRungs(source),
      normaliseLoudness: true,
    }),
  ).resolves.toMatchObject({ detail: 'only looked at' })
  return JobRequest.parse(JSON.parse(body))
}

const side = fc.integer({ min: 32, max: 8192 })
const anySource = fc
  .record({
    durationSeconds: fc.double({ min: 0.1, max: 86_400, noNaN: true }),
    width: side,
    height: side,
    frameRate: fc.double({ min: 0.1, max: 240, noNaN: true }),
    audio: fc.array(
      fc.record({
        language: fc.constantFrom('und', 'en', 'pt-BR', 'nb', 'zh-Hant', 'xal', 'gsw'),
        channels: fc.integer({ min: 0, max: 16 }),
      }),
      { maxLength: 24 },
    ),
  })
  .map(sourceFacts)

/** A job's wire form with one value somewhere in it changed. */
function broken(request: JobRequest, path: string, value: unknown): JobRequest {
  const copy = structuredClone(request)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const parent = names.reduce<unknown>((at, name) => Reflect.get(Object(at), name), copy)
  Reflect.set(Object(parent), last, value)
  return copy
}

const CMAF = 'settings.outputGroups.0.outputGroupSettings.cmafGroupSettings'
const OUTPUTS = 'settings.outputGroups.0.outputs'
const H264 = `${OUTPUTS}.0.videoDescription.codecSettings.h264Settings`
const CAPTURE =
  'settings.outputGroups.1.outputs.0.videoDescription.codecSettings.frameCaptureSettings'
const SOUND = `${OUTPUTS}.1.audioDescriptions.0`

describe('The service’s rules', () => {
  it('allow the job of whatever a camera, a telephone or an editor can produce', async () => {
    await fc.assert(
      fc.asyncProperty(anySource, async (source) => {
        expect(refusals(await onTheWire(source))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a side that is odd', `${OUTPUTS}.0.videoDescription.width`, 321, 'Should be a multiple of 2'],
    ['a side below 32', `${OUTPUTS}.0.videoDescription.height`, 30, 'from 32 to 8192'],
    ['QVBR without a ceiling', `${H264}.maxBitrate`, undefined, '/maxBitrate: Is required'],
    ['a quality that there is not', `${H264}.qvbrSettings.qvbrQualityLevel`, 11, 'from 1 to 10'],
    ['a rate without its denominator', `${H264}.framerateDenominator`, 0, '/framerateNumerator'],
    ['square pixels of no size', `${H264}.parDenominator`, undefined, '/parNumerator'],
    ['a group of pictures longer than a fragment', `${H264}.gopSize`, 3, '/gopSize'],
    ['a segment that fragments do not fill', `${CMAF}.fragmentLength`, 4, '/segmentLength'],
    ['a segment of no whole seconds', `${CMAF}.segmentLength`, 2.5, '/segmentLength'],
    [
      'a thumbnail whose width is not by 8',
      `${CMAF}.imageBasedTrickPlaySettings.thumbnailWidth`,
      220,
      '/thumbnailWidth',
    ],
    [
      'a sheet that is too tall',
      `${CMAF}.imageBasedTrickPlaySettings.tileHeight`,
      60,
      'at most 4096',
    ],
    [
      'thumbnails without an interval',
      `${CMAF}.imageBasedTrickPlaySettings.thumbnailInterval`,
      undefined,
      '/thumbnailInterval',
    ],
    [
      'a track that is not selected',
      `${SOUND}.audioSourceName`,
      'Audio Selector 9',
      'There is no audio selector',
    ],
    ['a name with parentheses', `${SOUND}.streamName`, 'English (UK)', '/streamName'],
    [
      'a bit rate that AAC has not',
      `${SOUND}.codecSettings.aacSettings.bitrate`,
      100_000,
      '/bitrate',
    ],
    [
      'a loudness above full scale',
      `${SOUND}.audioNormalizationSettings.targetLkfs`,
      3,
      'from -59 to 0',
    ],
    ['a capture at no time', `${CAPTURE}.framerateDenominator`, 0, '/framerateDenominator'],
    ['a capture at part of a second', `${CAPTURE}.framerateNumerator`, 0.5, '/framerateNumerator'],
    ['no captures', `${CAPTURE}.maxCaptures`, 0, '/maxCaptures: Should be a whole number from 1'],
    ['two outputs of one name', `${OUTPUTS}.1.nameModifier`, '_240p', 'a name modifier of its own'],
    ['a token that is too long', 'clientRequestToken', 'x'.repeat(65), 'at most 64 ASCII'],
    ['a role that is none', 'role', 'role', '/role: Should be the ARN'],
  ])('refuse %s', async (_what, path, value, complaint) => {
    const request = await onTheWire(sourceFacts({ width: 320, height: 180 }))
    expect(refusals(broken(request, path, value)).join('\n')).toContain(complaint)
  })
})
