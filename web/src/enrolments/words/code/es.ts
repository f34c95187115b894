import type { Words } from './en.ts'

export const words: Words = {
  code: 'Código',
  codeHint: 'Te lo da tu docente. Las minúsculas, los espacios y los guiones no importan.',
  enrol: 'Matricularme con el código',
}
