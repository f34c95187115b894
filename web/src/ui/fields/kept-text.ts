import { personId } from '#web/people/session.ts'
import type { FieldState, Saved } from './field-state.ts'

/** What is written and not saved yet, kept by this browser for its writer though the page goes, or the power. */
type KeptText = Pick<FieldState, 'text' | 'base'>

const keyOf = (name: string) => `lectern.field.${personId() ?? ''}.${name}`

export function readKept(name: string): KeptText | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null')
    return isKept(read) ? read : null
  } catch {
    return null
  }
}

export function keepText(name: string, { text, base }: KeptText) {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({ text, base }))
  } catch (error) {
    console.warn('This browser has no room to keep unsaved text', error)
  }
}

export const dropKept = (name: string) => localStorage.removeItem(keyOf(name))

const isKept = (read: unknown): read is KeptText =>
  isRecord(read) && typeof read.text === 'string' && isSaved(read.base)
const isSaved = (read: unknown): read is Saved =>
  isRecord(read) && typeof read.value === 'string' && typeof read.revision === 'number'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
