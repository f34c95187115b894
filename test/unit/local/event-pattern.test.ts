import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesPattern } from '#local/events/pattern'

const created = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'ingest' }, object: { key: 'algebra/one.mp4', size: 12 } },
}

describe('an event pattern', () => {
  it.each([
    ['equality lists', { source: ['aws.s3', 'other'], 'detail-type': ['Object Created'] }],
    ['nested objects', { detail: { bucket: { name: ['ingest'] } } }],
    ['a prefix', { detail: { object: { key: [{ prefix: 'algebra/' }] } } }],
    ['a suffix', { detail: { object: { key: [{ suffix: '.mp4' }] } } }],
    ['a wildcard', { detail: { object: { key: [{ wildcard: 'alg*/*.mp4' }] } } }],
    ['a field that exists', { detail: { object: { size: [{ exists: true }] } } }],
    ['a field that is missing', { detail: { reason: [{ exists: false }] } }],
    ['anything but', { detail: { bucket: { name: [{ 'anything-but': ['content'] }] } } }],
    ['a range', { detail: { object: { size: [{ numeric: ['>', 0, '<=', 12] }] } } }],
    ['one of several branches', { $or: [{ source: ['x'] }, { source: ['aws.s3'] }] }],
  ])('matches by %s', (_, pattern) => {
    expect(matchesPattern(pattern, created)).toBe(true)
  })

  it.each([
    ['another value', { source: ['aws.ec2'] }],
    ['another bucket', { detail: { bucket: { name: ['content'] } } }],
    ['a wildcard in part', { detail: { object: { key: [{ wildcard: '*/one' }] } } }],
    ['an asterisk', { detail: { object: { key: [{ wildcard: '\\*.mp4' }] } } }],
    ['a field that should be missing', { detail: { object: { key: [{ exists: false }] } } }],
    ['a number that is only text', { detail: { object: { size: ['12'] } } }],
    ['an object that is missing', { missing: { name: ['x'] } }],
  ])('does not match %s', (_, pattern) => {
    expect(matchesPattern(pattern, created)).toBe(false)
  })

  it('refuses a matcher it does not know rather than dropping events', () => {
    expect(() => matchesPattern({ source: [{ cidr: '10.0.0.0/8' }] }, created)).toThrow('cidr')
  })

  it('matches every event that holds one of the listed values', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), (values, pick) => {
        const value = values[pick % values.length] ?? ''
        expect(matchesPattern({ detail: { state: values } }, { detail: { state: value } })).toBe(
          true,
        )
      }),
    )
  })
})
