import type { Words } from './en.ts'

export const words: Words = {
  states: {
    uploaded: 'Subido, pendiente de una primera revisión',
    probing: 'Examinando el archivo',
    held: 'Retenido por el presupuesto',
    queued: 'Esperando la preparación',
    transcoding: 'En preparación',
    ready: 'Listo',
    rejected: 'No aceptado',
    failed: 'No se ha podido preparar',
    deleting: 'Eliminándose',
  },
  version: (version) => `Esta es la versión ${version}.`,
  versionSeen: (version) => `Los estudiantes ven la versión ${version}.`,
  versionComing: (version, seen) =>
    `La versión ${version} está en preparación; los estudiantes ven la versión ${seen}.`,
  versionNotReady: (version, seen) =>
    `La versión ${version} no está lista; los estudiantes siguen viendo la versión ${seen}.`,
  languageUnknown: 'Idioma sin indicar',
  phases: {
    probing: 'Leyendo el archivo',
    transcoding: 'Codificando',
    uploading: 'Casi terminado',
  },
  preparing: 'En preparación',
  percent: (percent) => `En preparación, ${percent} %`,
  soFar: (doing, elapsed) => `${doing}, ${elapsed} hasta ahora`,
  longer: (doing, elapsed, usual) => `${doing}, ${elapsed} hasta ahora (lo habitual: ${usual})`,
  elapsedOf: (doing, elapsed, about) => `${doing}, ${elapsed} de unos ${about}`,
  about: (doing, about) => `${doing}, unos ${about}`,
  unknownReason: 'Esta página no sabe qué ha pasado. Vuelve a cargarla para leerlo.',
  preparingFile: (file) => `Preparando ${file}`,
}
