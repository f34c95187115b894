import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  fromDay: (day: ReactNode): ReactNode => ['From ', day, ' on'],
  daysAfter: (count: number): string =>
    plural(count, { one: '# day after enrolling', other: '# days after enrolling' }),
  afterLesson: (lesson: ReactNode): ReactNode => ['After “', lesson, '” is complete'],
  afterModule: (module: ReactNode): ReactNode => ['After the module “', module, '” is complete'],
  afterShare: (module: ReactNode, percent: number): ReactNode => [
    `After ${percent}% of the module “`,
    module,
    '” is complete',
  ],
  deleted: 'something that was deleted',
}
export type Words = Translated<typeof words>
