import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

interface Share {
  readonly done: number
  readonly needed: number
}

export const words = {
  isLocked: 'This lesson is not open yet',
  byItself: 'Then it opens here by itself.',
  locked: 'Not open yet',
  opensOn: (when: ReactNode): ReactNode => ['Opens on ', when],
  opensAfterDays: (count: number, when: ReactNode): ReactNode => [
    `Opens ${plural(count, { one: '# day', other: '# days' })} after you enrolled, on `,
    when,
  ],
  afterLesson: (lesson: ReactNode): ReactNode => ['Complete “', lesson, '” first'],
  afterModule: (module: ReactNode): ReactNode => ['Complete the module “', module, '” first'],
  afterShare: (module: ReactNode, { done, needed }: Share): ReactNode => [
    `Complete ${plural(needed, { one: '# lesson', other: '# lessons' })} of the module “`,
    module,
    `” first: ${done} of ${needed} done`,
  ],
  nextIsLocked: 'The next lesson is not open yet.',

  openTo: 'Open to',
  audienceOf: (lesson: string) => `Who may open ${lesson}`,
  audiences: {
    everyone: 'Everyone, as a free preview',
    members: 'Members',
    membersFrom: 'Members, from a date and time',
  },
  openingOf: (lesson: string) => `When ${lesson} opens, in your time zone`,
  noTime: 'Choose a date and a time; until then members may open it at once.',
}
export type Words = Translated<typeof words>
