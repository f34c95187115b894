import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { releaseOf } from '#contract/rules/outline'
import { ruleProblems } from '#contract/rules/problems'
import { waitsOf } from '#contract/rules/release'
import type { Rule } from '#contract/rules/rule'
import { anyModules, lessonId, moduleId } from './courses.ts'

const lesson = (n: number, ...rules: Rule[]) => ({ id: lessonId(n), title: `Lesson ${n}`, rules })
const module = (n: number, lessons: ReturnType<typeof lesson>[], ...rules: Rule[]) => ({
  ...{ id: moduleId(n), title: `Module ${n}`, rules, lessons },
})
const behind = (n: number): Rule => ({ when: 'lesson', lessonId: lessonId(n) })
const share = (n: number, percent: number): Rule => ({
  ...{ when: 'module', moduleId: moduleId(n), percent },
})

describe('what rules have to say before they are published', () => {
  it('is nothing of lessons that follow each other', () => {
    const lessons = [lesson(1), lesson(2, behind(1)), lesson(3, behind(2))]
    expect(ruleProblems([module(1, lessons), module(2, [lesson(4)], share(1, 100))])).toEqual([])
  })

  it('names the lessons of a circle, and not those that wait for it', () => {
    const lessons = [lesson(1, behind(2)), lesson(2, behind(1)), lesson(3, behind(1)), lesson(4)]
    const found = ruleProblems([module(1, lessons)])
    expect(found).toEqual([
      { code: 'rules_in_circle', params: { lessons: ['Lesson 1', 'Lesson 2'] } },
    ])
    expect(found.map(inEnglish).join()).toContain('“Lesson 1”, “Lesson 2” wait for each other')
  })

  it('finds a lesson that waits for a share of its own module which needs it', () => {
    const lessons = (percent: number) => [lesson(1), lesson(2), lesson(3, share(1, percent))]
    expect(ruleProblems([module(1, lessons(66))])).toEqual([])
    expect(ruleProblems([module(1, lessons(67))])).toEqual([
      { code: 'rules_in_circle', params: { lessons: ['Lesson 3'] } },
    ])
  })

  it('finds a circle of modules, and of a module with a lesson', () => {
    const ofModules = [module(1, [lesson(1)], share(2, 50)), module(2, [lesson(2)], share(1, 50))]
    expect(ruleProblems(ofModules)).toEqual([
      { code: 'rules_in_circle', params: { lessons: ['Lesson 1', 'Lesson 2'] } },
    ])
    expect(ruleProblems([module(1, [lesson(1)], behind(1))])).toEqual([
      { code: 'rules_in_circle', params: { lessons: ['Lesson 1'] } },
    ])
  })

  it('tells what waits for something that is gone', () => {
    expect(ruleProblems([module(1, [lesson(1, behind(9))], share(9, 100))])).toEqual([
      { code: 'module_waits_for_nothing', params: { module: 'Module 1' } },
      { code: 'lesson_waits_for_nothing', params: { lesson: 'Lesson 1' } },
    ])
  })

  it('where it is nothing, whoever completes what is open comes to every lesson, and else to those not', () => {
    fc.assert(
      fc.property(anyModules, (modules) => {
        const release = releaseOf({ timeZone: 'UTC', modules })
        const lessons = modules.flatMap((one) => one.lessons)
        const completed = new Set<string>()
        const end = new Date('2100-01-01')
        const who = { enrolledAt: '2026-09-01T00:00:00.000Z', completed }
        for (let before = -1; before !== completed.size; ) {
          before = completed.size
          for (const one of lessons)
            if (waitsOf(release, one, who, end).length === 0) completed.add(one.id)
        }
        const problems = ruleProblems(modules)
        expect(problems.length === 0).toBe(completed.size === lessons.length)
        // Of a circle nobody opens any.
        const titles = problems.flatMap(({ params }) => ('lessons' in params ? params.lessons : []))
        for (const { id, title } of lessons)
          if (titles.includes(title)) expect(completed.has(id)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
