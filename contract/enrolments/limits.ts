export const codeLimits = {
  length: 10,
  /** As somebody may type it. */
  typed: 40,
  /** Of a course. */
  codes: 20,
  label: 60,
  /** How often somebody may try one in an hour, right or wrong. */
  triesAnHour: 10,
} as const

/** Without signs that look like others: 32 of them, so ten are one of 10¹⁵. */
export const CODE_SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** As people type it: small letters, spaces and hyphens make no difference. */
export const asCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '')
