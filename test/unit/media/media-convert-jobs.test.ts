import {
  CancelJobCommand,
  ConflictException,
  GetJobCommand,
  type Job,
  MediaConvertClient,
  NotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-mediaconvert'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'

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
      percent: 42,
      error: null,
    })
    expect(await found({ Status: 'COMPLETE' })).toMatchObject({ status: 'complete', percent: 100 })
  })

  it('is told of with what went wrong', async () => {
    expect(await found({ Status: 'ERROR', ErrorCode: 1040, ErrorMessage: 'No input' })).toEqual({
      status: 'error',
      percent: 0,
      error: 'No input',
    })
    expect(await found({ Status: 'ERROR', ErrorCode: 1040 })).toMatchObject({
      error: "MediaConvert's error 1040",
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
