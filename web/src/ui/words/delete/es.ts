import type { Words } from './en.ts'

export const words: Words = {
  remove: 'Eliminar',
  removeSurely: 'Sí, eliminar',
  keep: 'Conservar',
}
