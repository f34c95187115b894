import type { Words } from './en.ts'

export const words: Words = {
  offline: 'No se puede acceder al curso. Revisa tu conexión.',
  notLetIn:
    'Este navegador no ha podido entrar en el curso. Permite las cookies de este sitio e inténtalo de nuevo.',
  notRead: (status) =>
    `No se ha podido leer el contenido del curso (${status}). Inténtalo de nuevo.`,
}
