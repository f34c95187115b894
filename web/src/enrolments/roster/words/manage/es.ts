import type { Words } from './en.ts'

export const words: Words = {
  nameless: 'Alguien sin nombre',
  manage: (name) => `Acceso de ${name}`,
  access: 'Acceso',
  accessIs: {
    open: 'Puede aprender en este curso.',
    suspended: 'Acceso suspendido: no puede aprender en este curso. Lo que ha hecho se conserva.',
    ended: 'Su último día ha pasado: ya no puede aprender aquí. Lo que ha hecho se conserva.',
  },
  suspend: 'Suspender',
  suspendThem: (name) => `Suspender a ${name}`,
  suspendSurely: 'Sí, suspender',
  suspendAsked:
    'Ya no podrá entrar, y seguirá en esta lista. Una página abierta muestra lo que tiene hasta seis horas.',
  takeBack: 'Readmitir',
  lastDay: 'Último día de acceso',
  lastDayHint: 'Ese día incluido, según el calendario del curso. Sin día, el acceso no termina.',
  saveDay: 'Guardar el día',
  noDay: 'Sin último día',
  remove: 'Quitar',
  removeHint:
    'Desaparece de esta lista. Lo que ha hecho se conserva. Si el curso está abierto puede matricularse de nuevo: para que alguien no entre, suspéndelo.',
  removeThem: (name) => `Quitar a ${name} del curso`,
  removeAsked: (name) => `${name} pierde el curso. ¿Quitar?`,
  removeSurely: 'Sí, quitar',
}
