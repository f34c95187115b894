import type { Words } from './en.ts'

export const words: Words = {
  isLocked: 'Esta lección aún no está abierta',
  opens: (when) => ['Se abre el ', when, ', aquí mismo y por sí sola.'],
  locked: 'Aún no abierta',
  opensOn: (when) => `Se abre el ${when}`,

  openTo: 'Abierta a',
  audienceOf: (lesson) => `Quién puede abrir ${lesson}`,
  audiences: {
    everyone: 'Todo el mundo, como muestra gratuita',
    members: 'Miembros',
    membersFrom: 'Miembros, desde una fecha y hora',
  },
  openingOf: (lesson) => `Cuándo se abre ${lesson}, en tu zona horaria`,
  noTime: 'Elige fecha y hora; hasta entonces los miembros pueden abrirla enseguida.',
}
