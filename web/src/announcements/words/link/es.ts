import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  announcements: 'Anuncios',
  withNew: (count) => plural(count, { one: 'Anuncios (# nuevo)', other: 'Anuncios (# nuevos)' }),
}
