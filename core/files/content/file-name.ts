import { fileLimits } from '#contract/files/limits'
import { type FileType, fileTypes } from '#contract/files/types'
import { withoutUnseen } from '#contract/platform/key-rules'

/** What Windows, macOS and shells take for something else. */
const RESERVED = /[\\/:*?"<>|]+/g

/**
 * A name by which anybody may keep a file: in any script, without what is not seen, what makes folders, and dots
 * that hide it.
 */
export function cleanName(given: string): string {
  const plain = withoutUnseen(given.normalize('NFC').replace(/\s+/gu, ' '))
    .replace(RESERVED, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const ending = endingOf(plain)
  return shortened(plain === ending ? plain.slice(1) : plain) || 'file'
}

/** The same with an ending that means its type: one that lies would have another program open it. */
export function nameAs(type: FileType, name: string): string {
  const endings: readonly string[] = fileTypes[type].endings
  if (endings.includes(endingOf(name).slice(1).toLowerCase())) return name
  const ending = `.${endings[0]}`
  return shortened(name, fileLimits.name - ending.length) + ending
}

/**
 * `Content-Disposition` by RFC 6266: saved under its name, never opened as a page of the site. Browsers take the second;
 * the first is for those that know ASCII alone.
 */
export const savedAs = (name: string): string =>
  `attachment; filename="${name.replace(/[^ -~]|["%\\]/g, '_')}"; filename*=UTF-8''${asExtValue(name)}`

/** As RFC 8187 writes it. */
const asExtValue = (text: string): string =>
  encodeURIComponent(text).replace(
    /['()*!]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const endingOf = (name: string): string => /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? ''

/** What is too long loses its middle: beginning and ending tell files apart. By code points, so none is halved. */
function shortened(name: string, most: number = fileLimits.name): string {
  if (name.length <= most) return name
  const points = [...name]
  const tail = points.slice(-20)
  const head: string[] = []
  let length = tail.join('').length + 1
  for (const point of points) {
    length += point.length
    if (length > most) break
    head.push(point)
  }
  return `${head.join('')}…${tail.join('')}`
}
