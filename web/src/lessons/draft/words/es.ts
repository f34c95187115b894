import type { Words } from './en.ts'

export const words: Words = {
  preview: 'Vista previa del borrador.',
  nothingRecorded: 'Nada de lo que hagas aquí queda registrado.',
  back: 'Volver al editor',
  asWhom: 'Como quien ha completado',
  as: {
    nothing: 'Como quien acaba de empezar',
    before: 'Como quien ha completado todo lo anterior a esta lección',
    all: 'Como quien ha completado el curso',
  },
  when: 'En esta fecha y hora',
  runs: {
    before: 'Para entonces el curso aún no ha empezado.',
    after: 'Para entonces el curso ya ha terminado.',
  },
  notReady: 'Esta lección aún no se puede mostrar a los estudiantes.',
}
