import type { Words } from './en.ts'

export const words: Words = {
  description: 'Cursos para ver, leer y terminar.',
  needsScript: 'Lectern necesita JavaScript. Actívalo en tu navegador y vuelve a cargar la página.',
}
