import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  level: 'Nivel',
  levels: { beginner: 'Inicial', intermediate: 'Intermedio', advanced: 'Avanzado' },
  language: 'Idioma',
  topics: 'Temas',
  dates: 'Fechas',
  from: (day) => `Desde el ${day}`,
  until: (day) => `Hasta el ${day}`,
  between: (first, last) => `Del ${first} al ${last}`,
  inZone: (days, zone) => `${days} (${zone})`,
  places: 'Plazas',
  placesLeft: (count) => plural(count, { one: 'Queda # plaza', other: 'Quedan # plazas' }),
  full: 'Todas las plazas están ocupadas',
  closed: 'La matrícula está cerrada',
}
