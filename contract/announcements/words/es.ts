import type { announcementSayings } from '#contract/announcements/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof announcementSayings> = {
  announcement_untitled: 'Ponle antes un título al anuncio.',
  announcement_empty: 'Escribe algo antes: todavía no hay nada que leer.',
  announcement_out:
    'Los estudiantes ya leen este anuncio. Conviértelo en borrador antes de programarlo.',
  announcements_pinned: ({ most }) =>
    `Hay ${most} anuncios fijados y no caben más. Desfija antes uno de ellos.`,
}
