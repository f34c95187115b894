import type { Words } from './en.ts'

export const words: Words = {
  signingIn: 'Iniciando tu sesión…',
  notFinished: 'No se ha podido iniciar la sesión',
  notFinishedText:
    'Puede que el enlace haya caducado o que empezaras a iniciar sesión en otra ventana.',
  signInAgain: 'Volver a iniciar sesión',
  signIn: 'Iniciar sesión',
  signInFirst: 'Inicia sesión para continuar',
  signInFirstText: 'Esta página es de tu cuenta. Volverás aquí después de iniciar sesión.',
  settingsMissing: 'Faltan los ajustes de inicio de sesión de este sitio.',
  account: 'Cuenta',
}
