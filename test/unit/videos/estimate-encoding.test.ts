import { describe, expect, it } from 'vitest'
import type { Actor } from '#core/platform/actor'
import { type EstimateDeps, estimateEncoding } from '#core/videos/encode/estimate-encoding'
import { PRICE } from '#test/support/asset'
import { saysInEnglish } from '#test/support/said'
import { course } from './pipeline-doubles.ts'

const author: Actor = { userId: course.ownerId, name: 'Ada', roles: ['author'] }

const estimate = (facts: Partial<Parameters<typeof estimateEncoding>[1]> = {}) => {
  const deps: EstimateDeps = {
    courses: { get: async () => course },
    memberships: { get: async () => null },
    ledger: { spentIn: async (month) => (month === '2026-11' ? 7.5 : 0) },
    policy: { monthlyBudgetUsd: 10, release: 'admins', price: PRICE },
    limits: { maxBytes: 2e9, maxSeconds: 7200, codecs: null },
    clock: { now: () => new Date('2026-11-30T23:59:59.000Z') },
  }
  const hour = {
    durationSeconds: 3600,
    width: 1920,
    height: 1080,
    frameRate: 30,
    interlaced: false,
    webColour: true,
    audioTracks: 1,
    sizeBytes: 1e9,
  }
  return estimateEncoding(deps, { actor: author, courseId: course.id, ...hour, ...facts })
}

describe('An estimate before the upload', () => {
  it('tells the rungs, the price and what is left of the month', async () => {
    expect(await estimate()).toMatchObject({
      objection: null,
      cost: {
        totalUsd: 3.1525,
        tier: 'basic',
        parts: [
          { kind: 'sd', outputs: 3, costUsd: 1.35 },
          { kind: 'hd', outputs: 2, costUsd: 1.8 },
          { kind: 'poster', outputs: 1, costUsd: 0.0025 },
        ],
      },
      budget: { month: '2026-11', spentUsd: 7.5, limitUsd: 10, mayRelease: false },
    })
  })

  it.each([
    [{ sizeBytes: 3e9 }, /3\.0 GB, and at most 2\.0 GB/],
    [{ durationSeconds: 7201 }, /at most 120/],
    [{ width: 20, height: 20 }, /20 × 20 pixels/],
  ])('says beforehand why a video would be rejected: %o', async (facts, sentence) => {
    expect((await estimate(facts)).objection).toEqual(saysInEnglish(sentence))
  })

  it('tells somebody else nothing', async () => {
    const stranger: Actor = { ...author, userId: 'eve' }
    await expect(estimate({ actor: stranger })).rejects.toThrow('no such course')
  })
})
