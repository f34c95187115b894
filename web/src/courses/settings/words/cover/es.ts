import type { Words } from './en.ts'

const percents = new Intl.NumberFormat('es', { style: 'percent' })

export const words: Words = {
  cover: 'Portada',
  hint: 'La imagen por la que se reconoce el curso, en las listas y donde se muestran enlaces a él. Aparece cuando publicas.',
  choose: 'Elige una imagen',
  replace: 'Cámbiala',
  remove: 'Quítala',
  how: 'También puedes soltarla aquí o pegarla: JPEG, PNG, WebP o GIF, mejor de 1600 píxeles de ancho o más. De una que se mueve aparece el primer fotograma. Se elimina de ella dónde y con qué se tomó.',
  noRight:
    'Solo quien puede añadir contenidos multimedia al curso puede elegir una imagen. Pídeselo a su responsable.',
  generated: 'Esta está dibujada a partir del curso. Aparece mientras no haya una imagen.',
  part: 'La parte que aparece',
  partHint: 'Arrastra el marco hasta lo que importa o muévelo con las flechas.',
  whole: 'Aparece entera.',
  preview: 'Como en el catálogo',
  removed: 'Se quitó la imagen. Vuelve la portada dibujada.',
  undo: 'Deshacer',
  sent: (share) => `enviado el ${percents.format(share)}`,
  stop: 'Detener',
  progressOf: (name) => `Cuánto se ha enviado de ${name}`,
}
