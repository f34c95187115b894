import type { Words } from './en.ts'

export const words: Words = { justNow: 'ahora mismo' }
