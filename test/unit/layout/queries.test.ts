import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourcesOf } from './sources.ts'

/** A query's key as a list that begins with a text, or a cast to an id. */
const HAND_MADE =
  /queryKey:\s*\[\s*['"`]|QueryData(<[^>]*>)?\(\s*\[|const \w*[kK]ey\w* = [^\n]*\[\s*['"`]/
const CAST_TO_ID = /\bas [A-Z]\w*Id\b/

const found = (pattern: RegExp) =>
  sourcesOf('web').filter((file) => pattern.test(readFileSync(file, 'utf8')))

describe('the web client', () => {
  it('makes the keys of its queries from routes, or from addresses at the edge', () => {
    expect(found(HAND_MADE)).toEqual([])
    expect(found(/\b(routeQuery|routePages|routeKey|fileKey)\(/).length).toBeGreaterThan(10)
  })

  it('parses ids where they come in, and calls nothing else an id', () => {
    expect(found(CAST_TO_ID)).toEqual([])
  })

  it.each([
    "queryKey: ['courses', slug]",
    'queryKey: [\n    `asset`]',
    "queries.getQueryData<Course>(['course'])",
    "const keyOf = (id: string) => ['asset', id]",
  ])('is refused: %s', (text) => {
    expect(text).toMatch(HAND_MADE)
  })

  it('is refused a cast to an id', () => {
    expect('open(courseId as CourseId)').toMatch(CAST_TO_ID)
  })
})
