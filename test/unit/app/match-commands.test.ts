import { expect, it } from 'vitest'
import { type Command, matchCommands } from '#web/ui/match-commands.ts'

const command = (group: string, label: string, hint?: string): Command => ({
  id: label,
  group,
  label,
  run: () => undefined,
  ...(hint && { hint }),
})
const commands = [
  command('Courses', 'An introduction to algebra', 'Ada'),
  command('Courses', 'Algebra for everybody', 'Émile'),
  command('Courses', 'Geometry', 'Ada'),
  command('Actions', 'All courses'),
]
const found = (typed: string, most?: number) =>
  matchCommands(commands, typed, most).map(({ label }) => label)

it('finds every word in whatever order, without accents and capitals', () => {
  expect(found('ALGEBRA ada')).toEqual(['An introduction to algebra'])
  expect(found('emile')).toEqual(['Algebra for everybody'])
  expect(found('calculus')).toEqual([])
})

it('puts what begins with it first within its group, and keeps the groups in order', () => {
  expect(found('al')).toEqual([
    'Algebra for everybody',
    'An introduction to algebra',
    'All courses',
  ])
})

it('shows everything, up to a bound, before anything is typed', () => {
  expect(found('  ')).toHaveLength(4)
  expect(found('', 2)).toHaveLength(2)
})
