import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LessonKind } from '#contract/lessons/kinds/index'
import { askedKinds } from '#test/support/asked-kinds'
import { layers, sourcesOf } from './sources.ts'

const isOfKinds = (file: string) => file.includes('/kinds/') || file.includes('/rules/')

it.each(layers)(
  'in %s nothing but the kinds themselves asks for a kind of lesson by name',
  (layer) => {
    const asking = sourcesOf(layer)
      .filter((file) => !isOfKinds(file))
      .flatMap((file) =>
        askedKinds(file, readFileSync(file, 'utf8'), LessonKind.options).map(
          (asked) => `${file}: ${asked}`,
        ),
      )
    expect(asking).toEqual([])
  },
)

describe('asking for a kind by name', () => {
  const asked = (text: string) => askedKinds('some.tsx', text, ['video', 'article'])

  it.each([
    "lesson.kind === 'video'",
    "'article' !== lesson?.kind",
    "const isIt = ({ kind }: Lesson) => kind == 'video'",
    "if (nextKind === 'video') open()",
    "switch (lesson.kind) { case 'article': open() }",
    "const plays = ['video', 'film'].includes(lesson.kind)",
    "type VideoLesson = Extract<Lesson, { readonly kind: 'video' }>",
    "const view = <p>{lesson.kind === 'video' && <b />}</p>",
  ])('is found: %s', (text) => {
    expect(asked(text)).toHaveLength(1)
  })

  it.each([
    'kindOf(lesson.kind).check(lesson)',
    "const made = { kind: 'video', title }",
    "streams.find(({ codec_type }) => codec_type === 'video')",
    "document.createElement('video')",
    "probe.kind === 'readable'",
    'there.some(({ kind }) => kind === body.kind)',
    "learnedKind('video').warmCode()",
  ])('is not: %s', (text) => {
    expect(asked(text)).toEqual([])
  })
})
