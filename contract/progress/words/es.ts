import type { progressSayings } from '#contract/progress/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof progressSayings> = {
  progress_contended:
    'Esta lección también se está guardando desde otro sitio. Inténtalo de nuevo.',
}
