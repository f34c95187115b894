import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCue } from '#web/captions/cues/captions-text.ts'
import { warningsOf } from '#web/captions/cues/cue-warnings.ts'
import {
  addAfter,
  addCue,
  type Cues,
  changeCue,
  mergeWithNext,
  nudgeCue,
  removeCue,
  splitCue,
} from '#web/captions/cues/edit-cues.ts'
import { changed, redone, startHistory, undone } from '#web/captions/cues/undo-history.ts'
import { cueAtLine, lineIssues } from '#web/captions/server-issues.ts'

const cue = (startMs: number, endMs: number, text = 'Words') => newCue({ startMs, endMs, text })

describe('editing captions', () => {
  it('splits the words at the pen and the time at the video, and joins them again', () => {
    const one = cue(1000, 5000, 'Good morning everybody')
    const split = splitCue([one], one.id, 12, 2500)
    expect(split?.cues).toMatchObject([
      { startMs: 1000, endMs: 2500, text: 'Good morning' },
      { startMs: 2500, endMs: 5000, text: 'everybody' },
    ])
    expect(mergeWithNext(split?.cues ?? [], one.id)).toMatchObject([
      { startMs: 1000, endMs: 5000, text: 'Good morning\neverybody' },
    ])
  })

  it('splits between words, by their share of the time, where nothing says where', () => {
    const one = cue(0, 4000, 'aaaa bbbb')
    expect(splitCue([one], one.id, 0, null)?.cues).toMatchObject([
      { text: 'aaaa', endMs: Math.round((4 / 9) * 4000) },
      { text: 'bbbb', endMs: 4000 },
    ])
    const short = cue(0, 300)
    expect(splitCue([short], short.id, 2, null)).toBe(null)
  })

  it('adds a caption that ends where the next begins', () => {
    const next = cue(4000, 6000)
    expect(addCue([next], 3000).added).toMatchObject({ startMs: 3000, endMs: 4000 })
    expect(addAfter([next], next.id).added).toMatchObject({ startMs: 6000, endMs: 8500 })
  })

  it('keeps the order of time and never turns a caption around, whatever is done', () => {
    const someEdit = fc.tuple(
      fc.constantFrom('add', 'split', 'merge', 'remove', 'nudge', 'move'),
      fc.nat(9),
      fc.integer({ min: -4000, max: 9000 }),
    )
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 30 }), (edits) => {
        let cues: Cues = [cue(0, 2000), cue(2000, 4000), cue(5000, 9000, 'Two words')]
        for (const [what, which, ms] of edits) {
          const id = cues[which % Math.max(1, cues.length)]?.id ?? 0
          if (what === 'add') cues = addCue(cues, Math.max(0, ms)).cues
          if (what === 'split') cues = splitCue(cues, id, which, ms)?.cues ?? cues
          if (what === 'merge') cues = mergeWithNext(cues, id)
          if (what === 'remove') cues = removeCue(cues, id)
          if (what === 'nudge') cues = nudgeCue(cues, id, which % 2 ? 'startMs' : 'endMs', ms)
          const length = cues.find((one) => one.id === id)
          if (what === 'move' && length)
            cues = changeCue(cues, id, {
              startMs: Math.max(0, ms),
              endMs: Math.max(0, ms) + length.endMs - length.startMs,
            })
          const starts = cues.map(({ startMs }) => startMs)
          expect(starts).toEqual([...starts].sort((a, b) => a - b))
          for (const { startMs, endMs } of cues) expect(endMs).toBeGreaterThan(startMs)
          expect(new Set(cues.map((one) => one.id)).size).toBe(cues.length)
        }
      }),
    )
  })

  it('is undone word by word, not key by key, and redone', () => {
    let history = startHistory('')
    for (const text of ['H', 'He', 'Hel']) history = changed(history, text, 'words of 1')
    history = changed(history, 'Hel!', 'words of 2')
    history = undone(history)
    expect(history.present).toBe('Hel')
    history = undone(history)
    expect(history.present).toBe('')
    expect(undone(history)).toEqual(history)
    history = redone(redone(history))
    expect(history.present).toBe('Hel!')
    expect(changed(undone(history), 'other').future).toEqual([])
  })
})

describe('warnings of a caption', () => {
  const said = (...given: Parameters<typeof warningsOf>) =>
    warningsOf(...given).map(({ text, weight }) => `${weight}: ${text}`)

  it('are none for one that is easy to read', () => {
    expect(said(cue(0, 2000, 'Good morning'), undefined, 10_000)).toEqual([])
  })

  it('keep a wrong one from being saved', () => {
    expect(said(cue(2000, 2000), undefined, null)[0]).toMatch(/^wrong: It ends before/)
    expect(said(cue(0, 2000, '<i> </i>'), undefined, null)[0]).toMatch(/^wrong: It has no words/)
    expect(said(cue(9000, 9900), undefined, 9000)[0]).toMatch(/^wrong: It begins after/)
  })

  it('tell what is hard to read', () => {
    const before = cue(0, 3000)
    expect(said(cue(2000, 4000), before, null)).toEqual([
      'hint: It begins before the one above ends.',
    ])
    expect(said(cue(0, 500, 'Hi'), undefined, null)).toEqual(['hint: It is gone too quickly.'])
    expect(said(cue(0, 1000, 'x'.repeat(43)), undefined, null)).toEqual([
      'hint: 43 characters a second; people read about 20.',
      'hint: A line has 43 characters; up to 42 fit on a small screen.',
    ])
    expect(said(cue(0, 4000, 'a\nb\nc'), undefined, null)).toEqual([
      'hint: 3 lines cover the picture; use two.',
    ])
  })
})

describe('what the server says of captions', () => {
  it('is shown at the caption whose lines it names', () => {
    expect(lineIssues([{ path: 'body.text', line: 7, message: 'It ends too early' }])).toEqual([
      { line: 7, message: 'It ends too early' },
    ])
    expect(lineIssues([{ path: 'text', message: 'too long' }])[0]?.line).toBe(null)
    const lines = new Map([
      [1, 3],
      [2, 6],
      [3, 10],
    ])
    expect([1, 3, 5, 6, 9, 99].map((line) => cueAtLine(lines, line))).toEqual([null, 1, 1, 2, 2, 3])
  })
})
