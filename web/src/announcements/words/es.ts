import type { Words } from './en.ts'

export const words: Words = {
  announcements: 'Anuncios',
  announcementsOf: (course) => `Anuncios: ${course}`,
  backToCourse: 'Volver al curso',
  none: 'Todavía no hay anuncios',
  noneText: 'Aquí estará lo que los docentes de este curso tengan que decirte.',
  notYours: 'No estás inscrito en este curso',
  notYoursText: 'Sus anuncios son para quienes lo estudian.',
  toCourse: 'Ir al curso',
  notify: 'Avisarme de los nuevos',
  isNew: 'Nuevo',
  pinned: 'Fijado',
  by: (name) => ['por ', name],
  edited: (when) => ['cambiado ', when],
}
