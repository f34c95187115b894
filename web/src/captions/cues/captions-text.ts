import { replaceReferences } from '#contract/captions/character-references'
import { readTime, vttTime } from './cue-times.ts'
import { words } from './words/en.ts'

/** One caption. Milliseconds; the text as a person reads it, with WebVTT's tags where there are any. */
export interface Cue {
  /** Tells cues apart on the screen; not in the file. */
  readonly id: number
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  /** WebVTT's place on the picture, kept as it was: `line:0 align:start`. */
  readonly settings: string
}

export interface CaptionsText {
  readonly cues: readonly Cue[]
  /** What could not be read, by line from 1. */
  readonly problems: readonly { readonly line: number; readonly message: string }[]
}

let lastId = 0
export const newCue = (facts: Pick<Cue, 'startMs' | 'endMs' | 'text'> & Partial<Cue>): Cue => {
  lastId += 1
  return { settings: '', ...facts, id: lastId }
}

/**
 * Reads WebVTT or SubRip, as far as it can be read; what cannot is told and left out. Comments, styles
 * and regions are left out too, as the server does: how captions look is their viewer's choice.
 */
export function parseCaptions(text: string): CaptionsText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const isVtt = /^WEBVTT([ \t]|$)/.test(lines[0] ?? '')
  const cues: Cue[] = []
  const problems: { line: number; message: string }[] = []
  for (const { first, block } of isVtt
    ? blocksOf(lines, endOfHeader(lines))
    : blocksOf(lines.map(withoutNumber), 0)) {
    const at = block.findIndex((line) => line.includes('-->'))
    if (at < 0 && isVtt && /^(NOTE|STYLE|REGION)([ \t]|$)/.test(block[0] ?? '')) continue
    // What stands before the times is only a cue's name, of one line.
    if (at < 0 || at > 1) problems.push({ line: first, message: words.noTimes })
    if (at < 0) continue
    const timing = readTiming(block[at] ?? '')
    const spoken = block
      .slice(at + 1)
      .join('\n')
      .trim()
    if (typeof timing === 'string') problems.push({ line: first + at, message: timing })
    else if (spoken === '') problems.push({ line: first + at, message: words.noWordsBelow })
    else cues.push(newCue({ ...timing, text: unescaped(isVtt ? spoken : plainSubRip(spoken)) }))
  }
  return { cues: cues.sort((a, b) => a.startMs - b.startMs), problems }
}

export interface WrittenCaptions {
  readonly text: string
  /** The line, from 1, on which each cue's times stand. */
  readonly lines: ReadonlyMap<number, number>
}

/** The captions as a WebVTT file. */
export function writeCaptions(cues: readonly Cue[]): WrittenCaptions {
  const written: string[] = ['WEBVTT', '']
  const lines = new Map<number, number>()
  for (const cue of cues) {
    lines.set(cue.id, written.length + 1)
    const settings = cue.settings ? ` ${cue.settings}` : ''
    written.push(`${vttTime(cue.startMs)} --> ${vttTime(cue.endMs)}${settings}`)
    written.push(...escaped(cue.text).split('\n'), '')
  }
  return { text: written.join('\n'), lines }
}

/** WebVTT's header runs to the first empty line. */
function endOfHeader(lines: readonly string[]): number {
  const end = lines.findIndex((line, at) => at > 0 && (line === '' || line.includes('-->')))
  return end < 0 ? lines.length : end
}

/** SubRip numbers its cues. */
const withoutNumber = (line: string, at: number, lines: readonly string[]) =>
  /^\s*\d+\s*$/.test(line) && lines[at + 1]?.includes('-->') ? '' : line

/**
 * What stands together, with its first line from 1. Only an empty line ends a cue, none of spaces; but
 * the next one's times do.
 */
function* blocksOf(lines: readonly string[], from: number) {
  let first = 0
  let block: string[] = []
  for (const [at, line] of lines.entries()) {
    if (at < from) continue
    const isNext = line.includes('-->') && block.some((before) => before.includes('-->'))
    if ((line === '' || isNext) && block.length > 0) {
      yield { first, block }
      block = []
    }
    if (block.length === 0 && line.trim() === '') continue
    if (block.length === 0) first = at + 1
    block.push(line)
  }
  if (block.length > 0) yield { first, block }
}

function readTiming(line: string): Pick<Cue, 'startMs' | 'endMs' | 'settings'> | string {
  const [from = '', rest = ''] = line.split('-->')
  const [to = '', ...settings] = rest.trim().split(/\s+/)
  const startMs = readTime(from)
  const endMs = readTime(to)
  if (startMs === null || endMs === null) return words.badTimes(line.trim())
  if (startMs === endMs) return words.noDuration
  return { startMs, endMs, settings: settings.join(' ') }
}

const ENTITY = /^(amp|lt|gt|nbsp|lrm|rlm|#\d+|#x[\da-f]+);/i
const TAG = /^\/?(c|i|b|u|v|ruby|rt|lang)([.\s>]|$)|^\d+:[\d:.]+>/

/** So that people write “R&D” and “a < b” as they mean it, and tags stay tags. */
const escaped = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .join('\n')
    .replace(/&/g, (sign, at: number, all: string) =>
      ENTITY.test(all.slice(at + 1)) ? sign : '&amp;',
    )
    .replace(/</g, (sign, at: number, all: string) => (TAG.test(all.slice(at + 1)) ? sign : '&lt;'))
    .replaceAll('-->', '→')

/** Signs of the syntax stay escaped where they would be taken for it. */
const unescaped = (text: string) =>
  replaceReferences(text, (characters) =>
    characters.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;')),
  )
    .replace(/&lt;/g, (sign, at: number, all: string) => (TAG.test(all.slice(at + 4)) ? sign : '<'))
    .replace(/&amp;/g, (sign, at: number, all: string) =>
      ENTITY.test(all.slice(at + 5)) ? sign : '&',
    )

/** SubRip's colours and positions mean nothing in WebVTT; bold, italics and underlining do. */
const plainSubRip = (text: string) =>
  text.replace(/<\/?font[^>]*>/gi, '').replace(/\{\\[^}]*\}/g, '')
