import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  myWeek: 'Tu semana',
  learned: (time) => `${time} de aprendizaje en siete días.`,
  streak: (days) => plural(days, { one: '# día seguido.', other: '# días seguidos.' }),
  begin: 'Una semana por estrenar. Diez minutos en uno de tus cursos son un buen comienzo.',
  onDay: (day, time, lessons) =>
    lessons > 0
      ? plural(lessons, {
          one: `${day}: ${time ?? ''}, # lección terminada`,
          other: `${day}: ${time ?? ''}, # lecciones terminadas`,
        })
      : time
        ? `${day}: ${time}`
        : `${day}: –`,
}
