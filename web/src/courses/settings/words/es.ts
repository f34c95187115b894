import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  settings: 'Ajustes',
  settingsOf: (course) => `Ajustes de ${course}`,
  team: 'Quién lo imparte',
  people: 'Quién aprende en él',
  unsaid: 'Sin indicar',

  about: 'Sobre el curso',
  aboutHint: 'Quien busca un curso lo lee en su página. Aparece allí cuando publicas.',
  description: 'Descripción',
  topicsHint: 'Lo que la gente busca, como cálculo. Pulsa Intro tras cada tema, diez como máximo.',

  days: 'Fechas',
  daysHint: 'Entre qué días se imparte el curso. Aparecen cuando publicas.',
  startsOn: 'Primer día',
  endsOn: 'Último día',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Los días son los de esta zona, como Europe/Madrid.',

  doors: 'Acceso',
  doorsHint: 'Valen en cuanto se guardan; las páginas públicas las siguen en un minuto.',
  visibility: 'Quién lo ve',
  visibilities: {
    public: 'Todo el mundo: está en el catálogo',
    unlisted: 'Quien tenga su dirección',
    private: 'Solo sus miembros',
  },
  visibilityHints: {
    public: 'Una vez publicado, cualquiera lo encuentra.',
    unlisted: 'No está en ninguna lista y se pide a los buscadores que lo omitan.',
    private:
      'No tiene página pública. Quienes ya están matriculados siguen; nadie más puede entrar.',
  },
  enrolling: 'Matrícula',
  waysToEnrol: {
    open: 'Abierta',
    code: 'Con un código que repartes',
    closed: 'Cerrada: nadie más puede matricularse',
  },
  capacity: 'Plazas',
  capacityHint: (enrolled) =>
    plural(enrolled, {
      one: 'Vacío: sin límite. Hay # persona matriculada.',
      other: 'Vacío: sin límite. Hay # personas matriculadas.',
    }),

  address: 'Dirección',
  slug: 'Dirección de su página',
  slugHint: 'Minúsculas, cifras y guiones sueltos, como algebra-lineal.',
  addressAsked: (old) =>
    `Los enlaces a /courses/${old} llevarán a la nueva dirección. Las carpetas con ese nombre siguen recibiendo clases.`,
  changeAddress: 'Cambiar la dirección',
  keepAddress: 'Conservarla',
  addressChanged: 'El curso tiene su nueva dirección.',
  formerSlugs: 'Estas también llevan a él',
}
