/** As much of a key that was pressed as names it. */
export interface PressedKey {
  /** What the layout makes of it: `k`, `л`, `ArrowLeft`. */
  readonly key: string
  /** Where it is on a keyboard: `KeyK`, `Digit5`, `Comma`. */
  readonly code: string
  readonly shiftKey: boolean
}

/**
 * The key as shortcuts name it, in lower case: `k`, `5`, `?`, `arrowleft`. A layout with Latin letters says
 * what its keys are; on one without (Cyrillic, Greek, Hebrew, Arabic, …) the key counts that is at the
 * place where a US keyboard has the shortcut's, as people with two layouts have learnt it.
 */
export function shortcutKey({ key, code, shiftKey }: PressedKey): string {
  if ([...key].length !== 1 || /[\p{ASCII}\p{Script=Latin}]/u.test(key)) return key.toLowerCase()
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  if (letter) return letter.toLowerCase()
  if (shiftKey) return SHIFTED[code] ?? key
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? []
  return digit ?? key
}

const SHIFTED: Record<string, string | undefined> = { Comma: '<', Period: '>', Slash: '?' }
