import { useQuery } from '@tanstack/react-query'
import { fileKey } from '#web/api/file-key.ts'

/** A picture of one moment: a piece of a larger one. Pixels. */
export interface Tile {
  readonly from: number
  readonly until: number
  readonly url: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const CUE = /^((?:\d+:)?\d+:\d+\.\d+)[ \t]+-->[ \t]+((?:\d+:)?\d+:\d+\.\d+)[^\n]*\n([^\n]+)/gm

/** The tiles of a thumbnail track: WebVTT whose cues are `sprite.jpg#xywh=0,0,160,90`, relative to the track. */
export function readTiles(text: string, base: string): Tile[] {
  return [...text.replace(/\r\n?/g, '\n').matchAll(CUE)].flatMap(([, from, until, address]) => {
    const [, file, box] = /^(.*)#xywh=(?:pixel:)?([\d,]+)$/.exec(address?.trim() ?? '') ?? []
    const [x, y, width, height] = (box ?? '').split(',').map(Number)
    if (!file || x === undefined || y === undefined || !width || !height) return []
    const url = new URL(file, base).href
    return [{ from: secondsOf(from), until: secondsOf(until), url, x, y, width, height }]
  })
}

const secondsOf = (stamp = '') => stamp.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** Tiles are in ascending order; before the first and after the last, the nearest one. */
export const tileAt = (tiles: readonly Tile[], seconds: number) =>
  tiles.findLast((tile) => tile.from <= seconds) ?? tiles[0]

export function useThumbnails(url: string | undefined): readonly Tile[] {
  const { data } = useQuery({
    queryKey: fileKey(url),
    enabled: url !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    queryFn: async () => {
      const answer = await fetch(url ?? '', { credentials: 'same-origin' })
      if (!answer.ok) throw new Error(`The thumbnails answered ${answer.status}`)
      return readTiles(await answer.text(), url ?? '')
    },
  })
  return data ?? NONE
}
const NONE: readonly Tile[] = []
