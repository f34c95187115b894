import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourcesOf } from './sources.ts'

it('in core no deps are put together from parts of other deps: a step names the methods that it uses', () => {
  const wrong = sourcesOf('core').filter((file) =>
    /Deps\[['"]\w+['"]\]\s*&|&\s*\w+Deps\[['"]/.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})
