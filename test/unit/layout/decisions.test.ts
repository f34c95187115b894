import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FOLDER = 'docs/adr'

it('decisions are numbered from 1 on, each once, in name and heading', () => {
  const files = readdirSync(FOLDER).sort()
  const expected = files.map((_, at) => at + 1)
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(expected)
  const headings = files.map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n', 1)[0])
  expect(headings.map((heading) => Number(/^# (\d+)\. /.exec(heading ?? '')?.[1]))).toEqual(
    expected,
  )
})
