import { clockTime } from '#contract/captions/clock-time'
import type { captionSayings } from '#contract/captions/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof captionSayings> = {
  captions_unusable: 'Los subtítulos no se pueden usar tal como están.',
  captions_too_large:
    'Estos subtítulos ocupan más de 2 MB, que ninguna clase necesita. Quita lo que no se dice o divide el vídeo.',
  captions_overtaken:
    'Otra persona ha guardado otros subtítulos mientras tanto. Los tuyos se conservan aquí: mira los suyos o guarda de nuevo para reemplazarlos.',
  too_many_languages: ({ most }) =>
    `El vídeo ya tiene subtítulos en ${most} idiomas. Quita antes alguno.`,
  chapters_misplaced: 'Algunos capítulos no están donde pueden estar.',

  no_text: 'esto no es texto; guarda los subtítulos en UTF-8',
  no_cues:
    'no hay ningún subtítulo; cada uno empieza con una línea como 00:00:01.000 --> 00:00:04.000',
  too_many_cues: ({ count, most }) => `hay ${count} subtítulos y se admiten ${most} como máximo`,
  times_unreadable: 'los tiempos no se entienden; escríbelos como 00:00:01.000 --> 00:00:04.000',
  times_missing:
    'hay texto sin tiempos; escribe encima una línea como 00:00:01.000 --> 00:00:04.000',
  minutes_over_59: 'no puede haber más de 59 minutos',
  seconds_over_59: 'no puede haber más de 59 segundos',
  cue_ends_early: 'el subtítulo termina antes de empezar',
  cue_never_shown: 'el subtítulo termina en cuanto empieza, así que nadie lo vería',

  chapter_untitled: ({ at }) => `El capítulo del minuto ${clockTime(at)} no tiene título.`,
  chapter_too_early: ({ title, at, before, beforeAt }) =>
    `«${title}», en ${clockTime(at)}, debe empezar después de «${before}», que empieza en ${clockTime(beforeAt)}.`,
  chapter_past_end: ({ title, at, endsAt }) =>
    `«${title}» empieza en ${clockTime(at)}, pero el vídeo termina en ${clockTime(endsAt)}.`,
  too_many_chapters: ({ count, most }) =>
    `Un vídeo tiene ${most} capítulos como máximo, y contando su comienzo estos son ${count}.`,
}
