import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
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

it('what is wrong is known by its code still, however much of it there is', () => {
  const names = Array.from({ length: 2000 }, (_, n) => `field${n}`)
  const problem = { line: 2, path: 'lessons.0', ...say('unknown_fields', { names }) }
  const said = clip(say('companion_bad', { problems: [problem, problem, problem], more: 0 }))
  expect(inEnglish(said)).toMatch(
    /^Line 2: lessons\.0: Nothing is known of field0, field1, .*field9 here; line 2:/,
  )
  expect(JSON.stringify(said).length).toBeLessThan(2000)
})

it('what is short stays as it is', () => {
  const said = say('unknown_course', { course: 'algebra' })
  expect(clip(said)).toEqual(said)
})
