import { S3Error } from './s3-error.ts'

/**
 * The bytes that a `Range` header asks of an object, both ends included; null for all of it, which
 * is S3's answer to several ranges and to nonsense as well. Throws when none of them is there.
 */
export function rangeOf(header: string | undefined, size: number) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return null
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return null
  if (start >= size || (first === '' && Number(last) === 0))
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable')
  return { start, end }
}
