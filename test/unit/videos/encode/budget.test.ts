import { expect, it } from 'vitest'
import { mayRelease, monthOf } from '#core/videos/encode/budget'

const released = (release: 'admins' | 'authors') => ({ monthlyBudgetUsd: 1, release })

it('only administrators encode beyond the budget, unless the settings let authors', () => {
  expect(mayRelease(released('admins'), ['learner', 'author'])).toBe(false)
  expect(mayRelease(released('admins'), ['learner', 'author', 'admin'])).toBe(true)
  expect(mayRelease(released('authors'), ['learner', 'author'])).toBe(true)
  expect(mayRelease(released('authors'), ['learner'])).toBe(false)
})

it('a month is one of UTC', () => {
  expect(monthOf(new Date('2026-11-30T23:59:59.999Z'))).toBe('2026-11')
})
