import type { DraftOutline } from '#contract/lessons/lesson'
import type { Rule, Rules } from '#contract/rules/rule'

/** A rule while it is being written: what belongs to other kinds waits beside it. */
export interface Written {
  readonly key: number
  readonly when: Rule['when']
  readonly on: string
  readonly after: string
  readonly lessonId: string
  readonly moduleId: string
  readonly percent: string
}

const BLANK = { on: '', after: '7', lessonId: '', moduleId: '', percent: '100' } as const

export const KINDS: readonly Rule['when'][] = ['day', 'days', 'lesson', 'module']

export const blank = (key: number): Written => ({ key, when: 'day', ...BLANK })

export const written = (rules: Rules): Written[] =>
  rules.map((rule, key) => {
    const fields = Object.entries(rule).map(([name, value]) => [name, String(value)])
    return { ...BLANK, ...Object.fromEntries(fields), key, when: rule.when }
  })

/** Those that are whole, of an outline that has what they name. */
export const rulesIn = (all: readonly Written[], outline: DraftOutline): Rules =>
  all.flatMap((one) => ruleIn(one, outline) ?? [])

function ruleIn(one: Written, outline: DraftOutline): Rule | null {
  switch (one.when) {
    case 'day':
      return one.on === '' ? null : { when: 'day', on: one.on }
    case 'days': {
      const after = Number(one.after)
      return Number.isInteger(after) && after > 0 ? { when: 'days', after } : null
    }
    case 'lesson': {
      const lessons = outline.flatMap((module) => module.lessons)
      const lesson = lessons.find(({ id }) => id === one.lessonId)
      return lesson ? { when: 'lesson', lessonId: lesson.id } : null
    }
    case 'module': {
      const module = outline.find(({ id }) => id === one.moduleId)
      const percent = Number(one.percent)
      return module && Number.isInteger(percent) && percent > 0
        ? { when: 'module', moduleId: module.id, percent }
        : null
    }
  }
}

/** The outline as it would be with these rules of one module or lesson. */
export const withRules = (outline: DraftOutline, id: string, rules: Rules): DraftOutline =>
  outline.map((module) => ({
    ...module,
    ...(module.id === id && { rules }),
    lessons: module.lessons.map((lesson) => (lesson.id === id ? { ...lesson, rules } : lesson)),
  }))
