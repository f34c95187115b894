import { useSyncExternalStore } from 'react'
import { language, locale } from './language.ts'

/** By whose habits figures and dates are written. */
export interface Reader {
  readonly locale: string
  /** @default the browser's */
  readonly timeZone?: string
}

/** Whoever reads in this browser. */
export const reader: Reader = { locale }

/** Whoever reads a page that is made for all: of no region. */
const anybody: Reader = { locale: language, timeZone: 'UTC' }

const never = () => () => undefined

/**
 * For a page that is made as HTML: anybody while it is made and taken over, so that both write the same, and then
 * whoever reads it.
 */
export const useReader = (): Reader =>
  useSyncExternalStore(
    never,
    () => reader,
    () => anybody,
  )
