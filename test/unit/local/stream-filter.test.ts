import { expect, it } from 'vitest'
import { parseFilter, passesFilters } from '#local/event-sources/stream-filter'

const filters = [
  '{"dynamodb":{"NewImage":{"kind":{"S":["enrolment"]}},"OldImage":{"pk":{"S":[{"exists":false}]}}}}',
  '{"dynamodb":{"OldImage":{"kind":{"S":["enrolment"]}},"NewImage":{"pk":{"S":[{"exists":false}]}}}}',
].map(parseFilter)
const image = (kind: string) => ({ pk: { S: 'p' }, kind: { S: kind } })

it.each([
  ['what begins', { NewImage: image('enrolment') }, true],
  ['what ends', { OldImage: image('enrolment') }, true],
  ['what changes', { NewImage: image('enrolment'), OldImage: image('enrolment') }, false],
  ['what is something else', { NewImage: image('progress') }, false],
])('knows %s by its images', (_, dynamodb, passes) => {
  expect(passesFilters(filters, { eventName: 'MODIFY', dynamodb })).toBe(passes)
})

it('lets everything pass where there is no filter', () => {
  expect(passesFilters([], { dynamodb: {} })).toBe(true)
})

it('refuses a filter by another key, as Lambda does not support it for DynamoDB', () => {
  expect(() => parseFilter('{"eventName":["INSERT"]}')).toThrow('by "dynamodb" alone')
})
