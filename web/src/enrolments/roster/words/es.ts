import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  people: 'Personas',
  peopleOf: (course) => `Personas de ${course}`,
  lead: 'Quién aprende en este curso y hasta dónde ha llegado.',
  team: 'Quién lo imparte',
  enrolled: (count) =>
    plural(count, { one: '# persona aprende aquí', other: '# personas aprenden aquí' }),
  search: 'Buscar a alguien',
  searchBy: 'Un nombre o un correo electrónico',
  searchByName: 'Un nombre',
  order: 'Orden',
  orders: { activity: 'Primero la actividad más reciente', name: 'Por nombre' },
  list: 'Estudiantes',
  nameless: 'Alguien sin nombre',
  since: (date) => `desde el ${date}`,
  lessonsDone: (done, all) => `${done} de ${all} lecciones`,
  notBegun: 'sin actividad todavía',
  manage: (name) => `Gestionar el acceso de ${name}`,
  change: 'Acceso…',
  states: { suspended: 'Acceso suspendido', ended: 'Acceso terminado' },
  until: (date) => `hasta el ${date}`,
  removed: (name) => `Se quitó a ${name}. Lo que hizo se conserva.`,
  undo: 'Deshacer',
  broughtBack: (name) => `${name} vuelve a estar en el curso.`,
  loading: 'Cargando más personas…',
  nobody: 'Todavía no aprende nadie aquí',
  nobodyText:
    'Aquí aparecerá quien se matricule, con lo que ha avanzado y cuándo estuvo por última vez.',
  notPublished: 'La matrícula será posible cuando el curso esté publicado.',
  toCourse: 'Ir al curso',
  noneFound: (text) =>
    `No hay nadie que se encuentre por «${text}». Prueba con el principio del nombre, del apellido o del correo.`,
  noneNamed: (text) =>
    `No hay nadie que se encuentre por «${text}». Prueba con el principio del nombre o del apellido.`,
}
