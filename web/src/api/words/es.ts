import type { Words } from './en.ts'

export const words: Words = {
  byCode: {
    invalid: 'Algo de lo que se envió no es correcto. Revísalo e inténtalo de nuevo.',
    unauthenticated: 'Tu sesión ha caducado. Vuelve a iniciar sesión para continuar.',
    forbidden: 'Tu cuenta no tiene permiso para hacer esto.',
    not_found: 'Esto ya no existe o no puedes verlo.',
    conflict: 'Algo ha cambiado mientras tanto. Vuelve a cargar la página y repite el cambio.',
    too_large: 'Es demasiado grande. Redúcelo e inténtalo de nuevo.',
    too_many_requests: 'Demasiadas peticiones a la vez. Espera un momento e inténtalo de nuevo.',
    internal: 'El servidor no ha podido responder. Inténtalo de nuevo en un momento.',
  },
  noAnswer: (status) =>
    `El servidor no ha podido responder (${status}). Inténtalo de nuevo en un momento.`,
  offline: 'No se puede conectar con Lectern. Revisa tu conexión e inténtalo de nuevo.',
  leftBehind: 'Cerraste la sesión en otra ventana. Inicia sesión para continuar.',
  notOurs:
    'Algo entre tú y Lectern ha respondido en su lugar. Revisa tu conexión e inténtalo de nuevo.',
}
