import type { Words } from './en.ts'

export const words: Words = {
  opens: 'Cuándo se abre',
  atOnce: 'Enseguida.',
  alsoOfModule: 'Por su módulo:',
  change: 'Cambiar las reglas',
  changeOf: (title) => `Cambiar las reglas de ${title}`,
  title: (title) => `Cuándo se abre «${title}»`,
  allHold:
    'Se abre a un estudiante cuando se cumplen todas. Lo que haya completado le sigue abierto.',
  allHoldOfModule:
    'Sus lecciones se abren a un estudiante cuando se cumplen todas, y las propias de cada una. Lo que haya completado le sigue abierto.',
  none: 'No hay reglas: se abre enseguida.',
  rule: (number) => `Regla ${number}`,
  kinds: {
    day: 'En un día',
    days: 'Días después de inscribirse',
    lesson: 'Después de completar una lección',
    module: 'Después de completar un módulo',
  },
  day: 'Día',
  inZone: (zone) => `Empieza a medianoche en la zona horaria del curso, ${zone}.`,
  days: 'Número de días',
  lesson: 'Lección',
  module: 'Módulo',
  percent: 'Porcentaje de sus lecciones',
  choose: 'Elige una opción',
  remove: (number) => `Quitar la regla ${number}`,
  add: 'Añadir una regla',
  most: (count) => `No puede haber más: ${count}.`,
  save: 'Guardar',
  cancel: 'Cancelar',
}
