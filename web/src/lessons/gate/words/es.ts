import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  isLocked: 'Esta lección aún no está abierta',
  byItself: 'Entonces se abre aquí mismo, por sí sola.',
  locked: 'Aún no abierta',
  opensOn: (when) => ['Se abre el ', when],
  opensAfterDays: (count, when) => [
    `Se abre ${plural(count, { one: '# día', other: '# días' })} después de tu inscripción, el `,
    when,
  ],
  afterLesson: (lesson) => ['Completa antes «', lesson, '»'],
  afterModule: (module) => ['Completa antes el módulo «', module, '»'],
  afterShare: (module, { done, needed }) => [
    `Completa antes ${plural(needed, { one: '# lección', other: '# lecciones' })} del módulo «`,
    module,
    `»: ${done} de ${needed} hechas`,
  ],
  nextIsLocked: 'La lección siguiente aún no está abierta.',

  openTo: 'Abierta a',
  audienceOf: (lesson) => `Quién puede abrir ${lesson}`,
  audiences: {
    everyone: 'Todo el mundo, como muestra gratuita',
    members: 'Miembros',
    membersFrom: 'Miembros, desde una fecha y hora',
  },
  openingOf: (lesson) => `Cuándo se abre ${lesson}, en tu zona horaria`,
  noTime: 'Elige fecha y hora; hasta entonces los miembros pueden abrirla enseguida.',
}
