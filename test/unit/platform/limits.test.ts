import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { CourseSummary, CourseTitle } from '#contract/courses/course'
import { courseLimits } from '#contract/courses/limits'
import { propertyLimits } from '#contract/courses/properties/limits'
import { ArticleText } from '#contract/lessons/kinds/article'
import { Title } from '#contract/lessons/kinds/base'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import { Chapter } from '#contract/videos/asset'
import { videoLimits } from '#contract/videos/limits'
import { assets } from '#contract/videos/routes'

const texts: Record<string, { schema: z.ZodType; most: number }> = {
  'the title of a course': { schema: CourseTitle, most: courseLimits.title },
  'the summary of a course': { schema: CourseSummary, most: courseLimits.summary },
  'the title of a module or lesson': { schema: Title, most: lessonLimits.title },
  'the text of an article': { schema: ArticleText, most: lessonLimits.articleText },
  'the title of a chapter': { schema: Chapter.shape.title, most: videoLimits.chapterTitle },
  'the name of captions': {
    schema: assets.putCaptions.body.shape.label,
    most: videoLimits.captionsLabel,
  },
}

describe('the length that forms allow', () => {
  it.each(Object.entries(texts))('%s is taken, and no more', (_, { schema, most }) => {
    expect(schema.safeParse('x'.repeat(most)).success).toBe(true)
    expect(schema.safeParse('x'.repeat(most + 1)).success).toBe(false)
  })

  it('is written in no form as a number that the contract has', () => {
    const numbers = Object.values({
      ...courseLimits,
      ...propertyLimits,
      ...lessonLimits,
      ...videoLimits,
    })
    const repeated = globSync('web/src/**/*.tsx').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/maxLength=\{([\d_]+)\}/g)]
        .filter(([, digits = '']) =>
          numbers.some((most) => most === Number(digits.replaceAll('_', ''))),
        )
        .map(() => file),
    )
    expect(repeated.sort()).toEqual([])
  })

  it('comes without zod', () => {
    for (const file of globSync('contract/**/limits.ts'))
      expect(readFileSync(file, 'utf8')).not.toContain('import')
  })
})
