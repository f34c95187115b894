import type { LakeFile } from './lake-files.ts'

const DAY = /'(\d{4}-\d{2}-\d{2})'/g

/**
 * What a statement reads at most: the files of the days that it names, from the first to the last; all, where it names none.
 * Athena counts the columns that it reads alone, and so less.
 */
export function scannedBytes(sql: string, files: readonly LakeFile[]): number {
  const days = [...sql.matchAll(DAY)].map(([, day = '']) => day).sort()
  const [first, last] = [days.at(0), days.at(-1)]
  return files
    .filter(({ key }) => {
      const day = /\/date=([^/]+)\//.exec(key)?.[1]
      return !first || !last || !day || (day >= first && day <= last)
    })
    .reduce((sum, { bytes }) => sum + bytes, 0)
}
