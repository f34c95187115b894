import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  storageBusy: 'El almacenamiento está ocupado. Se reintentará automáticamente.',
  partRefused: (status) =>
    `El almacenamiento ha rechazado una parte (${status}). Inténtalo de nuevo.`,
  connectionLost: 'Se ha perdido la conexión.',
  changedMeanwhile:
    'El archivo ha cambiado o se ha movido mientras tanto. Elígelo tal como estaba al empezar la subida.',
  notSent: 'No se ha podido enviar el archivo. Inténtalo de nuevo.',
  unreadable: {
    denied: 'El navegador no tiene permiso para leer el archivo. Elígelo de nuevo.',
    gone: 'El archivo ya no está donde estaba. Elígelo de nuevo.',
  },
  isAnother: (file) =>
    `Ese es otro archivo o ha cambiado. Elige ${file} tal como estaba al empezar la subida.`,
  noVideo:
    'Ningún vídeo se llama así. Ponle al archivo el nombre de su vídeo o añádelo en la página del vídeo.',
  severalVideos: (count) =>
    plural(count, {
      one: '# vídeo se llama así. Añade el archivo en su página.',
      other: '# vídeos se llaman así. Añade el archivo en la página del que corresponda.',
    }),
  hidden: 'Es un archivo oculto o del sistema.',
  empty: 'Está vacío (0 bytes). Revisa el original.',
  wrongKind: 'No es un vídeo ni un archivo de subtítulos (.vtt, .srt).',
}
