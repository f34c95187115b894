/** What can be done with lines of the tree. */
export type Command =
  | 'open'
  | 'rename'
  | 'up'
  | 'down'
  | 'moveTo'
  | 'rules'
  | 'copy'
  | 'choose'
  | 'leaveOut'
  | 'addFiles'
  | 'remove'

/** What a key asks of a line that has the focus. */
export type Asked =
  | { readonly command: Command }
  | { readonly go: 'up' | 'down' | 'first' | 'last'; readonly extends: boolean }
  | { readonly fold: boolean }
  | { readonly clear: true }

interface Key {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const GO = { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' } as const
const isGo = (key: string): key is keyof typeof GO => key in GO

/** @param isMirrored whether lines begin at the right */
export function askedBy(pressed: Key, isMirrored: boolean): Asked | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = pressed
  if (altKey && key === 'ArrowUp') return { command: 'up' }
  if (altKey && key === 'ArrowDown') return { command: 'down' }
  if (altKey || ctrlKey || metaKey) return null
  if (isGo(key)) return { go: GO[key], extends: shiftKey }
  const inwards = isMirrored ? 'ArrowLeft' : 'ArrowRight'
  const outwards = isMirrored ? 'ArrowRight' : 'ArrowLeft'
  if (key === inwards) return { fold: false }
  if (key === outwards) return { fold: true }
  if (key === 'Enter') return { command: 'open' }
  if (key === 'F2') return { command: 'rename' }
  if (key === ' ') return { command: 'choose' }
  if (key === 'Delete' || key === 'Backspace') return { command: 'remove' }
  if (key === 'Escape') return { clear: true }
  return null
}
