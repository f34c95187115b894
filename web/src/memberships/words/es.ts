import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  team: 'Equipo',
  teamOf: (course) => `Equipo de ${course}`,
  lead: 'Quién imparte este curso y qué puede hacer en él.',
  people: 'Quién aprende en él',
  nameless: 'Alguien sin nombre',
  you: '(tú)',
  since: (date) => `desde el ${date}`,
  mayNothing: 'Puede mirarlo todo y no cambiar nada.',
  mayAll: 'Puede hacerlo todo menos traspasar el curso.',
  mayList: (rights) => `Puede: ${rights}.`,

  role: 'Función',
  roleOf: (name) => `Función de ${name}`,
  rights: 'Qué puede hacer',
  rightsOf: (name) => `Qué puede hacer ${name}`,
  rightNames: {
    edit: 'Cambiar módulos y lecciones',
    publish: 'Publicar, ahora o a una hora',
    media: 'Gestionar vídeos, archivos y subtítulos',
    reports: 'Ver informes, con nombres de estudiantes',
    settings: 'Cambiar título, descripción, acceso y dirección',
    announce: 'Escribir anuncios a los estudiantes',
    people: 'Gestionar a los estudiantes, con sus correos',
  },
  everybodyLooks: 'Todo el equipo ve el borrador.',

  add: 'Añadir a alguien',
  email: 'Correo electrónico de su cuenta',
  emailHint: 'Necesita una cuenta en este sitio. Las mayúsculas no importan.',
  addThem: 'Añadir al equipo',
  added: (name) => `${name} ya está en el equipo y encontrará el curso en «Enseñar».`,
  thereAlready: (name) => `${name} ya estaba en el equipo. No ha cambiado nada.`,
  isOwner: 'Es el propietario del curso.',
  noAccount: (email) =>
    `Nadie en este sitio ha confirmado la dirección ${email}. Pídele que cree antes una cuenta y añádelo después.`,

  remove: 'Quitar',
  removeSurely: 'Sí, quitar',
  removeThem: (name) => `Quitar a ${name} del equipo`,
  removeAsked: (name) => `${name} perderá el curso de inmediato. ¿Quitar?`,
  removed: (name) => `${name} ya no está en el equipo. Para que vuelva, añádelo de nuevo.`,
  leave: 'Dejar el equipo',
  leaveSurely: 'Sí, dejarlo',
  leaveAsked: 'Perderás el curso de inmediato. ¿Dejarlo?',

  alone: 'Nadie más imparte este curso todavía.',
  others: (count) =>
    plural(count, {
      one: '# persona además del propietario',
      other: '# personas además del propietario',
    }),

  handOver: 'Traspasar el curso',
  handOverHint:
    'Alguien del equipo pasa a ser el propietario y tú sigues como docente. Solo esa persona puede devolverlo.',
  handOverTo: 'Nuevo propietario',
  choose: 'Elige a alguien',
  typeTitle: (title) => `Para confirmar, escribe el título del curso: ${title}`,
  handOverNow: 'Traspasar',
  handedOver: (name) =>
    `${name} es ahora el propietario del curso. Quien lo era sigue como docente.`,
}
