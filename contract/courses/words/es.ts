import type { courseSayings } from '#contract/courses/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof courseSayings> = {
  slug_taken: ({ slug }) => `Ya hay otro curso que se llama ${slug}. Elige otro nombre.`,
  no_free_slug: 'No se ha encontrado ninguna dirección libre para este título. Elige una tú.',
  ends_before_start: 'El último día es anterior al primero. Elige uno posterior.',
  fewer_than_enrolled: ({ enrolled }) =>
    `Ya hay ${enrolled} personas matriculadas: el curso no puede tener menos plazas. Para que no entre nadie más, cierra la matrícula.`,
  enrolment_closed: 'La matrícula de este curso está cerrada.',
  all_places_taken: 'Todas las plazas de este curso están ocupadas.',
  admins_see_all: 'Solo los administradores de este sitio ven los cursos de todos.',
}
