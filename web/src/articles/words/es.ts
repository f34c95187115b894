import type { Words } from './en.ts'

export const words: Words = {
  tones: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
  },
  formula: 'Fórmula',
  footnotes: 'Notas al pie',
  footnote: (number: number) => `Nota al pie ${number}`,
  backToText: (number: number) => `Volver al texto de la nota al pie ${number}`,
  code: 'Código',
  table: 'Tabla',
  play: (video, duration) => `Reproducir ${video}, ${duration}`,
  noVideo: 'Un vídeo que no se puede mostrar aquí.',
}
