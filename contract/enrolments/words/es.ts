import type { enrolmentSayings } from '#contract/enrolments/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof enrolmentSayings> = {
  code_unknown:
    'Con este código nadie se matricula en este curso. Mira si está bien escrito o pide otro.',
  codes_full: ({ most }) => `Un curso tiene como mucho ${most} códigos. Renueva uno de ellos.`,
  enrolment_by_code:
    'Para matricularse en este curso hace falta un código. Pídeselo a sus docentes.',
  access_suspended:
    'Un docente de este curso ha suspendido tu acceso. Lo que has hecho se conserva. Pregúntale si no sabes por qué.',
  access_ended: ({ day }) =>
    `Tu acceso a este curso terminó el ${day}. Lo que has hecho se conserva. Pide más tiempo a sus docentes.`,
}
