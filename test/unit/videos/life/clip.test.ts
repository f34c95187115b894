import fc from 'fast-check'
import { expect, it } from 'vitest'
import { say } from '#contract/say'
import { clip } from '#core/videos/life/clip'

const texts = (value: unknown): string[] => {
  const found: string[] = []
  JSON.stringify(value, (_, one) => {
    if (typeof one === 'string') found.push(one)
    return one
  })
  return found
}

it('what is said is stored in at most a thousand characters of text, however much a tool has told', () => {
  const long = fc.string({ unit: 'binary', maxLength: 3000 })
  const problems = fc.array(
    fc.record({
      line: fc.nat(),
      path: long,
      code: fc.constant('not_yaml'),
      params: fc.record({ detail: long }),
    }),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(long, problems, fc.nat(), (fileName, problems, more) => {
      const said = clip(say('left_out', { fileName, problems, more }))
      expect(texts(said.params).join('').length).toBeLessThanOrEqual(1000)
      expect(said).toMatchObject({ code: 'left_out', params: { more } })
    }),
  )
})

it('what is short stays as it is', () => {
  const said = say('unknown_course', { course: 'algebra' })
  expect(clip(said)).toEqual(said)
})
