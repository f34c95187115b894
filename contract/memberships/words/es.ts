import type { membershipSayings } from '#contract/memberships/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof membershipSayings> = {
  right_missing: ({ right }) =>
    `Ayudas a impartir este curso, pero no puedes ${RIGHTS[right]}. Su propietario o un docente pueden permitírtelo.`,
  team_only_teachers: 'Quién imparte este curso lo deciden su propietario y sus docentes.',
  only_owner: 'Solo el propietario de este curso puede hacer eso.',
  team_full: ({ most }) =>
    `${most} personas imparten este curso además de su propietario, y no caben más. Quita antes a alguien.`,
  account_gone:
    'Esta persona ya no tiene cuenta, así que nadie podría llevar el curso como propietario.',
  handed_over_meanwhile:
    'El curso ya tiene otro propietario, o esta persona dejó su equipo. Vuelve a mirar el equipo.',
}

const RIGHTS = {
  edit: 'cambiar sus contenidos',
  publish: 'publicarlo',
  media: 'gestionar sus vídeos y archivos',
  reports: 'ver sus informes',
  settings: 'cambiar sus ajustes',
  announce: 'escribir sus anuncios',
  people: 'gestionar a sus estudiantes',
}
