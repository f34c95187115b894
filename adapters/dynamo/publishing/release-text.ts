import { z } from 'zod'
import { LessonId, ModuleId } from '#contract/platform/ids'
import { OPEN_AT_ONCE, type Release } from '#contract/rules/release'
import type { Rule } from '#contract/rules/rule'

/**
 * In few bytes: every rule once, as a text; by the place of a lesson in the syllabus, the places of its rules; and the
 * modules that rules name, with the places of their lessons.
 */
const Slim = z.object({
  timeZone: z.string(),
  rules: z.array(z.string()),
  ofLessons: z.array(z.array(z.number())),
  modules: z.array(z.tuple([ModuleId, z.array(z.number())])),
})

/** @param order the ids of all lessons as the syllabus has them */
export function writeRelease(
  { timeZone, rules, lessonsOf }: Release,
  order: readonly string[],
): string | undefined {
  if (rules.size === 0) return undefined
  const placeOf = new Map(order.map((id, at) => [id, at]))
  const modules = [...lessonsOf]
  const texts = new Map<string, number>()
  const placeOfRule = (rule: Rule) => {
    const text = textOf(rule, placeOf, modules)
    const at = texts.get(text) ?? texts.size
    texts.set(text, at)
    return at
  }
  const ofLessons = order.map((id) => (rules.get(id) ?? []).map(placeOfRule))
  return JSON.stringify({
    timeZone,
    rules: [...texts.keys()],
    ofLessons,
    modules: modules.map(([id, lessons]) => [
      id,
      lessons.flatMap((lessonId) => placeOf.get(lessonId) ?? []),
    ]),
  })
}

export function readRelease(text: string | undefined, order: readonly string[]): Release {
  if (text === undefined) return OPEN_AT_ONCE
  const { timeZone, rules, ofLessons, modules } = Slim.parse(JSON.parse(text))
  const known = rules.map((rule) => ruleOf(rule, order, modules))
  return {
    timeZone,
    rules: new Map(
      ofLessons.flatMap((places, at) => {
        const id = order[at]
        const own = places.flatMap((place) => known[place] ?? [])
        return id !== undefined && own.length > 0 ? [[id, own] as const] : []
      }),
    ),
    lessonsOf: new Map(
      modules.map(([id, places]) => [id, places.flatMap((place) => order[place] ?? [])]),
    ),
  }
}

/** `d2027-03-01`, `e7` (days after the enrolment), `l12` (a lesson), `m3.50` (half of a module). */
function textOf(
  rule: Rule,
  placeOf: ReadonlyMap<string, number>,
  modules: readonly (readonly [string, unknown])[],
): string {
  switch (rule.when) {
    case 'day':
      return `d${rule.on}`
    case 'days':
      return `e${rule.after}`
    case 'lesson':
      return `l${placeOf.get(rule.lessonId)}`
    case 'module':
      return `m${modules.findIndex(([id]) => id === rule.moduleId)}.${rule.percent}`
  }
}

function ruleOf(
  text: string,
  order: readonly string[],
  modules: readonly (readonly [ModuleId, unknown])[],
): Rule {
  const [place = '', percent = ''] = text.slice(1).split('.')
  const module = modules[Number(place)]
  if (text.startsWith('d')) return { when: 'day', on: text.slice(1) }
  if (text.startsWith('e')) return { when: 'days', after: Number(place) }
  if (text.startsWith('l'))
    return { when: 'lesson', lessonId: LessonId.parse(order[Number(place)]) }
  if (text.startsWith('m') && module)
    return { when: 'module', moduleId: module[0], percent: Number(percent) }
  throw new Error(`A syllabus has the rule ${text}, which this version does not know.`)
}
