import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  codes: 'Códigos para matricularse',
  hints: {
    open: 'Cualquiera puede matricularse en este curso sin código. Para que entren solo quienes tengan uno, cambia en los ajustes cómo se matricula la gente.',
    code: 'Quien tenga uno de estos códigos puede matricularse. El enlace abre la página del curso con el código puesto.',
    closed:
      'La matrícula está cerrada: ahora los códigos no matriculan a nadie. Los ajustes dicen cómo se matricula la gente.',
  },
  used: (count) =>
    plural(count, { one: '# persona matriculada con él', other: '# personas matriculadas con él' }),
  stopped: 'detenido: no matricula a nadie',
  copyLink: 'Copiar enlace',
  copyLinkOf: (code) => `Copiar el enlace con el código ${code}`,
  copied: 'Copiado',
  renew: 'Renovar',
  renewThis: (code) => `Renovar el código ${code}`,
  renewAsked: 'Otro código ocupa su lugar, y este ya no matricula a nadie. ¿Renovar?',
  renewSurely: 'Sí, renovar',
  stop: 'Detener',
  stopThis: (code) => `Detener el código ${code}`,
  stopAsked: 'No matricula a nadie hasta que lo permitas. ¿Detenerlo?',
  stopSurely: 'Sí, detener',
  letEnrol: 'Permitir de nuevo',
  label: '¿Para quién es el código?',
  labelExample: 'Clase de otoño',
  make: 'Crear un código',
}
