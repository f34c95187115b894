import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  myWeek: 'Your week',
  learned: (time: string) => `${time} of learning in seven days.`,
  streak: (days: number) => plural(days, { one: '# day in a row.', other: '# days in a row.' }),
  begin: 'A fresh week. Ten minutes in one of your courses are a good start.',
  onDay: (day: string, time: string | undefined, lessons: number) =>
    lessons > 0
      ? plural(lessons, {
          one: `${day}: ${time ?? ''}, # lesson completed`,
          other: `${day}: ${time ?? ''}, # lessons completed`,
        })
      : time
        ? `${day}: ${time}`
        : `${day}: –`,
}
export type Words = Translated<typeof words>
