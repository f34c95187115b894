/** What of an HLS multivariant playlist a first second needs. Absolute addresses. */
export interface Manifest {
  /** The rung with the least bandwidth. */
  readonly smallest: string | undefined
  /** The default sound where it is a group of its own. */
  readonly sound: string | undefined
}

export interface Segment {
  readonly url: string
  /** Where it ends, in seconds from the beginning. */
  readonly until: number
}

const absolute = (address: string, base: string) => new URL(address, base).href
const attribute = (line: string, name: string) =>
  new RegExp(`[:,]${name}=(?:"([^"]*)"|([^,]*))`).exec(line)?.slice(1).find(Boolean)
const linesOf = (text: string) => text.split(/\r?\n/)

export function readMaster(text: string, base: string): Manifest {
  const lines = linesOf(text)
  const rungs = lines.flatMap((line, at) => {
    if (!line.startsWith('#EXT-X-STREAM-INF:')) return []
    const address = lines.slice(at + 1).find((next) => next && !next.startsWith('#'))
    const bandwidth = Number(attribute(line, 'BANDWIDTH'))
    return address ? [{ address, bandwidth }] : []
  })
  const smallest = rungs.sort((a, b) => a.bandwidth - b.bandwidth)[0]
  const sounds = lines.filter(
    (line) =>
      line.startsWith('#EXT-X-MEDIA:') &&
      attribute(line, 'TYPE') === 'AUDIO' &&
      attribute(line, 'URI'),
  )
  const sound = attribute(
    sounds.find((line) => attribute(line, 'DEFAULT') === 'YES') ?? sounds[0] ?? '',
    'URI',
  )
  return {
    smallest: smallest && absolute(smallest.address, base),
    sound: sound && absolute(sound, base),
  }
}

/** A rung's playlist: its initialisation and its segments. */
export function readPlaylist(
  text: string,
  base: string,
): { readonly init: string | undefined; readonly segments: readonly Segment[] } {
  const segments: Segment[] = []
  let init: string | undefined
  let until = 0
  for (const line of linesOf(text)) {
    if (line.startsWith('#EXT-X-MAP:')) init ??= attribute(line, 'URI')
    else if (line.startsWith('#EXTINF:')) until += Number.parseFloat(line.slice('#EXTINF:'.length))
    else if (line && !line.startsWith('#')) segments.push({ url: absolute(line, base), until })
  }
  return { init: init && absolute(init, base), segments }
}
