import type { Words } from './en.ts'

export const words: Words = {
  code: 'Código',
  table: 'Tabla',
}
