import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  notifications: 'Notificaciones',
  bell: (unread) =>
    unread === 0
      ? 'Notificaciones'
      : plural(unread, { one: 'Notificaciones: # sin leer', other: 'Notificaciones: # sin leer' }),
  many: '9+',
  unread: 'Sin leer',
  markAll: 'Marcar todo como leído',
  allRead: 'Todo está leído.',
  none: 'Nada nuevo',
  noneText: 'Cuando un curso tuyo anuncie algo, lo encontrarás aquí.',
  findCourse: 'Mis cursos',
}
