import {
  BadRequestException,
  CancelJobCommand,
  ConflictException,
  CreateJobCommand,
  ForbiddenException,
  GetJobCommand,
  InternalServerErrorException,
  type Job,
  MediaConvertClient,
  NotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-mediaconvert'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import { sourceFacts } from '#test/support/asset'

const service = mockClient(MediaConvertClient)
beforeEach(() => service.reset())

const transcoder = createMediaConvertTranscoder({
  client: new MediaConvertClient({}),
  contentBucket: 'content',
  roleArn: 'arn:aws:iam::000000000000:role/media',
  deploymentId: 'ours',
})

const about = { $metadata: {}, message: 'as the service says' }

describe('A job of MediaConvert', () => {
  const found = (job: Partial<Job>) => {
    service.on(GetJobCommand, { Id: 'job-1' }).resolves({
      Job: { Role: 'role', Settings: {}, ...job },
    })
    return transcoder.find('job-1')
  }

  it('is told of with how far it is', async () => {
    expect(await found({ Status: 'PROGRESSING', JobPercentComplete: 42 })).toEqual({
      status: 'progressing',
      phase: null,
      percent: 42,
      error: null,
    })
    expect(await found({ Status: 'PROGRESSING', CurrentPhase: 'UPLOADING' })).toMatchObject({
      phase: 'uploading',
      percent: null,
    })
    expect(await found({ Status: 'COMPLETE' })).toMatchObject({ status: 'complete', percent: 100 })
  })

  it('is told of with what went wrong', async () => {
    expect(await found({ Status: 'ERROR', ErrorCode: 1040, ErrorMessage: 'No input' })).toEqual({
      status: 'error',
      phase: null,
      percent: null,
      error: { detail: 'No input', errorCode: 1040 },
    })
    expect(await found({ Status: 'ERROR', ErrorCode: 1040 })).toMatchObject({
      error: { detail: null, errorCode: 1040 },
    })
  })

  it('that the service forgot is nothing, but its being busy is no such answer', async () => {
    service
      .on(GetJobCommand)
      .rejectsOnce(new NotFoundException(about))
      .rejectsOnce(new TooManyRequestsException(about))
    expect(await transcoder.find('job-1')).toBeNull()
    await expect(transcoder.find('job-1')).rejects.toThrow(TooManyRequestsException)
  })

  it('is cancelled once', async () => {
    service
      .on(CancelJobCommand, { Id: 'job-1' })
      .resolvesOnce({})
      .rejectsOnce(new ConflictException(about))
    expect(await transcoder.cancel('job-1')).toBe(true)
    expect(await transcoder.cancel('job-1')).toBe(false)
  })

  it('that is unknown cannot be cancelled, and a refusal is not taken for that', async () => {
    service
      .on(CancelJobCommand)
      .rejectsOnce(new NotFoundException(about))
      .rejectsOnce(new TooManyRequestsException(about))
    expect(await transcoder.cancel('job-1')).toBe(false)
    await expect(transcoder.cancel('job-1')).rejects.toThrow(TooManyRequestsException)
  })
})

describe('A job that is asked for', () => {
  const job = {
    assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
    courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
    version: 1,
    attempt: 1,
    input: { bucket: 'ingest', key: 'lecture.mp4' },
    source: sourceFacts(),
    rungs: [{ name: '240p', width: 426, height: 240, maxBitrate: 400_000 }],
    normaliseLoudness: false,
  } as const

  it('is refused for good by what will be the same again: its settings, or our rights', async () => {
    service
      .on(CreateJobCommand)
      .rejectsOnce(new BadRequestException(about))
      .rejectsOnce(new ForbiddenException(about))
    const detail = 'as the service says'
    expect(await transcoder.submit(job)).toEqual({ kind: 'refused', by: 'settings', detail })
    expect(await transcoder.submit(job)).toEqual({ kind: 'refused', by: 'rights', detail })
  })

  it('is asked for again when the service is busy, or at fault itself', async () => {
    service
      .on(CreateJobCommand)
      .rejectsOnce(new TooManyRequestsException(about))
      .rejectsOnce(new InternalServerErrorException(about))
    await expect(transcoder.submit(job)).rejects.toThrow(TooManyRequestsException)
    await expect(transcoder.submit(job)).rejects.toThrow(InternalServerErrorException)
  })
})
