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
  media_not_ready: ({ names }) =>
    `No está listo todo lo que muestran las lecciones: ${names.map((name) => `«${name}»`).join(', ')}. Espera a que lo esté o quítalo de las lecciones; después se podrá copiar el curso.`,
  source_still_copying:
    'Este curso es una copia que todavía no está completa. Cuando lo esté, también se podrá copiar.',
  still_copying:
    'Todavía no están todos los vídeos y archivos de esta copia. Se podrá publicar cuando estén.',
  admins_see_all: 'Solo los administradores de este sitio ven los cursos de todos.',
}
