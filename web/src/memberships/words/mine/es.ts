import type { Words } from './en.ts'

export const words: Words = {
  roles: {
    owner: 'Propietario',
    teacher: 'Docente',
    assistant: 'Asistente',
    admin: 'Administrador',
  },
  rightsWithin: {
    edit: 'cambiar módulos y lecciones',
    publish: 'publicar',
    media: 'gestionar vídeos, archivos y subtítulos',
    reports: 'ver informes',
    settings: 'cambiar título, descripción, acceso y dirección',
    announce: 'escribir anuncios',
    people: 'gestionar a los estudiantes',
  },
  iMayLook: 'Ayudas a impartir este curso: puedes mirarlo todo y no cambiar nada.',
  iMay: (rights) => `Ayudas a impartir este curso: puedes ${rights}.`,
}
