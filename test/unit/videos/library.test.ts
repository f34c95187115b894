import { describe, expect, it } from 'vitest'
import type { AssetCard } from '#contract/videos/asset'
import {
  addChapter,
  moveChapter,
  removeChapter,
  renameChapter,
  undoRemoval,
} from '#web/videos/asset/edit-chapters.ts'
import { arrange, folderOf } from '#web/videos/library/asset-order.ts'
import { searchOf, viewOf } from '#web/videos/library/library-view.ts'
import { mergeAssets } from '#web/videos/merge-assets.ts'

const aCard = (n: number, facts: Partial<AssetCard> = {}): AssetCard => ({
  id: `ast_${String(n).padStart(26, '0')}`,
  courseId: null,
  fileName: `${n}.mp4`,
  sourceKey: `algebra/${n}.mp4`,
  sizeBytes: n,
  version: 1,
  liveVersion: 1,
  state: 'ready',
  stateSince: '2026-01-01T00:01:00.000Z',
  phase: null,
  percent: 100,
  reason: null,
  durationSeconds: n,
  estimatedCostUsd: n / 100,
  posterUrl: null,
  captionLanguages: [],
  createdAt: `2026-01-01T00:00:${String(n).padStart(2, '0')}.000Z`,
  updatedAt: '2026-01-01T00:01:00.000Z',
  ...facts,
})
const usual = viewOf({})

describe('the library', () => {
  it('finds by words of the name and the folder, in any order', () => {
    const kernel = aCard(1, {
      fileName: '03 Kernel.mp4',
      sourceKey: 'algebra/02 Linear maps/03 Kernel.mp4',
    })
    const found = (q: string) => arrange([kernel, aCard(2)], { ...usual, q }, new Map())
    expect(found('kernel linear')).toEqual([kernel])
    expect(found('kernel image')).toEqual([])
    const day = aCard(3, { fileName: 'canción.mp4'.normalize('NFD') })
    expect(arrange([day], { ...usual, q: 'CANCIÓN' }, new Map())).toEqual([day])
  })

  it('does not show the folder that an upload was given only to be alone', () => {
    const sourceKey = 'algebra/up_01ARZ3NDEKTSV4RRFFQ69G5FAV/a.mp4'
    expect(folderOf({ sourceKey })).toBe('')
  })

  it('sorts names as people count, and unknown numbers as the least', () => {
    const cards = [aCard(10), aCard(9, { durationSeconds: null }), aCard(1)]
    const names = (view: Partial<typeof usual>) =>
      arrange(cards, { ...usual, ...view }, new Map()).map(({ fileName }) => fileName)
    expect(names({ sort: 'name', down: false })).toEqual(['1.mp4', '9.mp4', '10.mp4'])
    expect(names({ sort: 'duration', down: false })).toEqual(['9.mp4', '1.mp4', '10.mp4'])
    expect(names({})).toEqual(['10.mp4', '9.mp4', '1.mp4'])
  })

  it('shows by groups of states what needs somebody', () => {
    const cards = [aCard(1), aCard(2, { state: 'failed' }), aCard(3, { state: 'held' })]
    expect(arrange(cards, { ...usual, state: 'attention' }, new Map())).toHaveLength(2)
  })

  it('keeps its view in the address, and takes no view from a broken one', () => {
    const view = { q: 'kernel', state: 'ready', sort: 'size', down: false } as const
    expect(viewOf(searchOf(view))).toEqual(view)
    expect(searchOf(usual)).toEqual({})
    expect(viewOf({ q: 12, state: 'nonsense', sort: {}, down: 'no' })).toEqual({
      ...usual,
      q: '12',
    })
  })
})

describe('a list of which only changes are asked for', () => {
  const known = {
    items: [aCard(1), aCard(2)],
    complete: true,
    changedSince: '2026-01-01T00:01:00.000Z',
    readAt: 0,
  }
  const later = '2026-01-01T00:02:00.000Z'

  it('is the very same when nothing changed', () => {
    expect(mergeAssets(known, [aCard(2)])).toBe(known)
  })

  it('takes over what changed, what is new and what is gone, and remembers until when', () => {
    const changed = aCard(2, { state: 'transcoding', updatedAt: later })
    const gone = aCard(1, { state: 'deleting', updatedAt: later })
    const fresh = aCard(3, { updatedAt: later })
    const merged = mergeAssets(known, [fresh, changed, gone])
    expect(merged.items).toEqual([fresh, changed])
    expect(merged.changedSince).toBe(later)
    expect(mergeAssets(merged, [gone, fresh])).toBe(merged)
  })
})

describe('editing chapters', () => {
  const start = { startSeconds: 0, title: 'Start' }

  it('keeps them in order, one at a second, and the first at the beginning', () => {
    const one = addChapter([], 65.4, 'Kernel')
    expect(one).toEqual([
      { startSeconds: 0, title: 'Start' },
      { startSeconds: 65, title: 'Kernel' },
    ])
    expect(addChapter(one, 65.9, 'Image')).toEqual([
      { startSeconds: 0, title: 'Start' },
      { startSeconds: 65, title: 'Image' },
    ])
    const end = { startSeconds: 90, title: 'End' }
    expect(moveChapter(end, 30)([...one, end])?.map(({ title }) => title)).toEqual([
      'Start',
      'End',
      'Kernel',
    ])
    expect(removeChapter(start)(one)).toEqual([{ startSeconds: 0, title: 'Kernel' }])
    expect(removeChapter(start)([start])).toEqual([])
  })

  it('changes the one that was seen, whatever others did to the rest', () => {
    const kernel = { startSeconds: 65, title: 'Kernel' }
    const theirs = [start, { startSeconds: 30, title: 'Theirs' }, kernel]
    expect(renameChapter(kernel, 'Image')(theirs)).toEqual([
      ...theirs.slice(0, 2),
      { ...kernel, title: 'Image' },
    ])
    expect(removeChapter(kernel)(theirs)).toEqual(theirs.slice(0, 2))
    expect(renameChapter({ ...kernel, title: 'Old' }, 'Image')(theirs)).toBeNull()
    expect(undoRemoval([start, kernel], kernel)(theirs.slice(0, 2))).toEqual(theirs)
    const both = [start, kernel]
    expect(undoRemoval(both, start)([{ startSeconds: 0, title: 'Kernel' }])).toEqual(both)
  })
})
