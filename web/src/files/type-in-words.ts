import type { CourseFile } from '#contract/files/file'
import { bytesInWords } from '#web/ui/words.ts'
import { words } from './words/types/en.ts'

type Told = Pick<CourseFile, 'name' | 'type' | 'bytes'>

/** `PDF · 3.4 MB`. A text is called by its name’s ending, which says more: `CSV`. */
export function typeInWords({ name, type, bytes }: Told): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toUpperCase()
  const kind = type === 'text' ? (ending ?? words.types.text) : type && words.types[type]
  return [kind, bytesInWords(bytes)].filter(Boolean).join(' · ')
}
