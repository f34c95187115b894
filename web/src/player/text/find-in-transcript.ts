export interface Hit {
  /** Which cue. */
  readonly at: number
  /** Where in its text, `[from, to)`. */
  readonly from: number
  readonly to: number
}

/** Letters without their marks and in lower case, each in the place that it had. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at)
    const plain = letter.normalize('NFD').charAt(0).toLowerCase()
    return plain.length === 1 ? plain : letter
  }).join('')
}

/** Each place where the words stand, whatever their case and accents, in texts in NFC; none for less than two letters. */
export function findInTranscript(texts: readonly string[], words: string): Hit[] {
  const wanted = fold(words.normalize('NFC').trim().replace(/\s+/g, ' '))
  if (wanted.length < 2) return []
  return texts.flatMap((text, at) => {
    const folded = fold(text.replace(/\s/g, ' '))
    const hits: Hit[] = []
    for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + 1))
      hits.push({ at, from, to: from + wanted.length })
    return hits
  })
}

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A cue's text cut at its hits. */
export function piecesOf(text: string, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const hit of hits) {
    if (hit.from < at) continue
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from), hit: false })
    pieces.push({ text: text.slice(hit.from, hit.to), hit: true })
    at = hit.to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}
