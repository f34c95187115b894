import { readTime, vttTime } from './cue-times.ts'

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
  const isVtt = /^WEBVTT(\s|$)/.test(lines[0] ?? '')
  const cues: Cue[] = []
  const problems: { line: number; message: string }[] = []
  for (const { first, block } of blocksOf(lines, isVtt ? endOfHeader(lines) : 0)) {
    const start = block[0] ?? ''
    if (/^(NOTE|STYLE|REGION)(\s|$)/.test(start)) continue
    // What stands before the times is only a cue's number or name.
    const at = start.includes('-->') ? 0 : 1
    const timing = readTiming(block[at] ?? '')
    const words = block.slice(at + 1).join('\n')
    if (typeof timing === 'string') problems.push({ line: first + at, message: timing })
    else if (words.trim() === '')
      problems.push({ line: first + at, message: 'There are no words below these times.' })
    else cues.push(newCue({ ...timing, text: isVtt ? unescaped(words) : plainSubRip(words) }))
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
  const end = lines.findIndex((line, at) => at > 0 && (line.trim() === '' || line.includes('-->')))
  return end < 0 ? lines.length : end
}

function* blocksOf(lines: readonly string[], from: number) {
  let first = 0
  let block: string[] = []
  for (const [at, line] of lines.entries()) {
    if (at < from) continue
    if (line.trim() === '') {
      if (block.length > 0) yield { first: first + 1, block }
      block = []
    } else {
      if (block.length === 0) first = at
      block.push(line)
    }
  }
  if (block.length > 0) yield { first: first + 1, block }
}

function readTiming(line: string): Pick<Cue, 'startMs' | 'endMs' | 'settings'> | string {
  const [from = '', rest] = line.split('-->')
  if (rest === undefined) return 'Here should be times such as 00:01.000 --> 00:04.000.'
  const [to = '', ...settings] = rest.trim().split(/\s+/)
  const startMs = readTime(from)
  const endMs = readTime(to)
  if (startMs === null || endMs === null)
    return `“${line.trim()}” are no times. Write them like 00:01.000 --> 00:04.000.`
  return { startMs, endMs, settings: settings.join(' ') }
}

const ENTITY = /^(amp|lt|gt|nbsp|lrm|rlm|#\d+|#x[\da-f]+);/i
const TAG = /^\/?(c|i|b|u|v|ruby|rt|lang)([.\s>]|$)|^\d+:[\d:.]+>/

/** So that people write “R&D” and “a < b” as they mean it, and tags stay tags. */
const escaped = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
    .replace(/&/g, (sign, at: number, all: string) =>
      ENTITY.test(all.slice(at + 1)) ? sign : '&amp;',
    )
    .replace(/</g, (sign, at: number, all: string) => (TAG.test(all.slice(at + 1)) ? sign : '&lt;'))
    .replaceAll('-->', '→')

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, (sign, at: number, all: string) => (TAG.test(all.slice(at + 4)) ? sign : '<'))
    .replace(/&amp;/g, (sign, at: number, all: string) =>
      ENTITY.test(all.slice(at + 5)) ? sign : '&',
    )

/** SubRip's colours and positions mean nothing in WebVTT; bold, italics and underlining do. */
const plainSubRip = (text: string) =>
  text.replace(/<\/?font[^>]*>/gi, '').replace(/\{\\[^}]*\}/g, '')
