import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  uploads: 'Subidas',
  allUploads: 'Todas las subidas',
  clear: 'Limpiar',
  makeSmall: 'Minimizar las subidas',
  show: 'Mostrar las subidas',
  waiting: 'Esperando su turno',
  sentOf: (sent, size) => `${sent} de ${size}`,
  perSecond: (bytes) => `${bytes}/s`,
  timeLeft: (duration) => `quedan ${duration}`,
  goesOn: (problem) => `${problem} Continuará automáticamente.`,
  paused: 'En pausa',
  pausedAt: (sent, size) => `En pausa, ${sent} de ${size}`,
  willAsk:
    'Empezó en una visita anterior. Tu navegador te preguntará si Lectern puede leer el archivo.',
  chooseToGoOn:
    'Empezó en una visita anterior. Elige de nuevo el archivo para continuar donde se quedó.',
  cancelled: 'Cancelada',
  notSent: 'Sin enviar',
  sent: 'Enviado',
  sending: (at, total) => `Enviando ${at} de ${total}`,
  noConnection: (at, total) => `Esperando la conexión, ${at} de ${total}`,
  waitForYou: (count) =>
    plural(count, { one: '# subida te está esperando', other: '# subidas te están esperando' }),
  filesSent: (count) => plural(count, { one: '# archivo enviado', other: '# archivos enviados' }),
  nothing: 'No se está enviando nada',
  pause: (file) => `Pausar ${file}`,
  resume: (file) => `Continuar con ${file}`,
  cancel: (file) => `Cancelar ${file}`,
  sendingFile: (file) => `Enviando ${file}`,
  undo: 'Deshacer',
  sendAgain: 'Enviar de nuevo',
  seeIt: 'Ver',
  goOn: 'Continuar',
  chooseAgain: 'Elegir de nuevo el archivo',
  chooseFileAgain: (file) => `Elegir de nuevo ${file}`,
}
