import { expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { jobFailure } from '#core/videos/encode/job-failure'

it.each([
  [{ detail: 'Demuxer failed.', errorCode: 1040 }, /encoded \(Demuxer failed\)\. Check that/],
  [{ detail: null, errorCode: 1040 }, /encoded \(MediaConvert's error 1040\)\. Check that/],
  [{ detail: '', errorCode: null }, /MediaConvert does not say why\. Check that/],
])('a failed job is told of by what is known: %o', (error, sentence) => {
  expect(inEnglish(jobFailure(error))).toMatch(sentence)
})
