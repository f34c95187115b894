import type { ParsedCue, ParsedNode } from 'webvtt-parser'
import { webVttTime } from './webvtt-time.ts'

/**
 * Cues as WebVTT of our own making: only what WebVTT itself has, its tags and settings and escaped text.
 * Nothing of an uploaded file passes by another way, so no script and no style can.
 */
export const writeWebVtt = (cues: readonly ParsedCue[]): string =>
  `WEBVTT\n\n${cues.map(cueOf).join('\n')}`

/** A cue's words alone, its lines joined. */
export const plainText = (cue: ParsedCue): string =>
  cue.tree.children.map(wordsOf).join('').replace(/\s+/g, ' ').trim()

const cueOf = (cue: ParsedCue) =>
  `${webVttTime(cue.startTime)} --> ${webVttTime(cue.endTime)}${settingsOf(cue)}\n${textOf(cue)}\n`

/** A blank line would end the cue, and an arrow would begin one. */
const textOf = (cue: ParsedCue) =>
  cue.tree.children
    .map(nodeOf)
    .join('')
    .trim()
    .replace(/\n{2,}/g, '\n')

function settingsOf(cue: ParsedCue): string {
  const { direction, linePosition, snapToLines, lineAlign, textPosition, positionAlign } = cue
  const settings: [name: string, value: string | null][] = [
    ['vertical', direction === 'horizontal' ? null : direction],
    ['line', placed(linePosition, snapToLines ? '' : '%', lineAlign, 'start')],
    ['position', placed(textPosition, '%', positionAlign, 'auto')],
    ['size', cue.size === 100 ? null : `${cue.size}%`],
    ['align', cue.alignment === 'center' ? null : cue.alignment],
  ]
  return settings.map(([name, value]) => (value === null ? '' : ` ${name}:${value}`)).join('')
}

const placed = (at: 'auto' | number, unit: string, align: string, usual: string) =>
  at === 'auto' ? null : `${at}${unit}${align === usual ? '' : `,${align}`}`

function nodeOf(node: ParsedNode): string {
  const { type, name = '', value = '' } = node
  if (type === 'text') return escaped(String(value))
  if (type === 'timestamp') return `<${webVttTime(Number(value))}>`
  const inner = (node.children ?? []).map(nodeOf).join('')
  if (!TAGS.has(name)) return inner
  const classes = (node.classes ?? []).map(classOf).join('')
  const annotation = value === '' ? '' : ` ${escaped(String(value)).replace(/\s+/g, ' ')}`
  return `<${name}${classes}${annotation}>${inner}</${name}>`
}

const TAGS: ReadonlySet<string> = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])

const classOf = (name: string) => {
  const bare = name.replace(/[^\p{L}\p{N}_-]/gu, '')
  return bare === '' ? '' : `.${bare}`
}

const wordsOf = ({ type, value, children }: ParsedNode): string =>
  type === 'text' ? printable(String(value ?? '')) : (children ?? []).map(wordsOf).join('')

const escaped = (text: string) =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Control characters say nothing to anybody, and a cue of nothing else is none. */
const printable = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '')
