import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  fromDay: (day) => ['Desde el ', day],
  daysAfter: (count) =>
    plural(count, { one: '# día después de inscribirse', other: '# días después de inscribirse' }),
  afterLesson: (lesson) => ['Después de completar «', lesson, '»'],
  afterModule: (module) => ['Después de completar el módulo «', module, '»'],
  afterShare: (module, percent) => [
    `Después de completar el ${percent} % del módulo «`,
    module,
    '»',
  ],
  deleted: 'algo que se borró',
}
