import type { courseSayings } from '#contract/courses/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof courseSayings> = {
  slug_taken: ({ slug }) => `Ya hay otro curso que se llama ${slug}. Elige otro nombre.`,
  no_free_slug: 'No se ha encontrado ninguna dirección libre para este título. Elige una tú.',
  authors_teach: 'Solo los autores de este sitio tienen cursos que enseñan.',
  admins_see_all: 'Solo los administradores de este sitio ven los cursos de todos.',
}
