import type { Words } from './en.ts'

export const words: Words = {
  state: {
    saved: 'Guardado',
    saving: 'Guardando…',
    failed: 'Sin guardar',
    conflict: 'Sin guardar: elige una versión',
  },
  twoVersions: (field) => `Dos versiones: ${field}`,
  changedBySomebody: 'Otra persona ha cambiado esto desde que empezaste.',
  changedBySomebodyAt: (when) => [
    'Otra persona ha cambiado esto desde que empezaste (',
    when,
    ').',
  ],
  changedBy: (who, when) => [who, ' ha cambiado esto desde que empezaste (', when, ').'],
  changedByYou: (when) => [
    'Has cambiado esto en otra ventana desde que empezaste aquí (',
    when,
    ').',
  ],
  yoursIsAbove: 'Tu versión está arriba y todavía no se ha guardado. La otra es:',
  theirVersion: 'Su versión',
  emptied: 'Nada: lo ha dejado vacío.',
  keepMine: 'Conservar la mía',
  takeTheirs: 'Usar la suya',
  notSaved: 'No se ha guardado.',
  tryAgain: 'Volver a intentar',
}
