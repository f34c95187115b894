import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Grows whenever keys, items or content of an earlier version could not be read any more. Until the
 * first release no data is carried over; from then on migrations do it, and this number goes.
 */
export const LAYOUT = 3

const Mark = z.object({ layout: z.number().int() })

/**
 * Makes the folder ready for this version's data. Data of another layout is moved beside it, whole;
 * `fresh` deletes what is there. What is not Lectern's own is never moved or deleted.
 *
 * @returns a sentence that says where earlier data went
 * @throws Error with a sentence, when the folder holds something else
 */
export function openDataFolder(folder: string, options: { fresh: boolean }): string | undefined {
  const found = layoutOf(folder)
  if (found === 'foreign')
    throw new Error(
      `${folder} holds something that is not Lectern's. Choose an empty folder, or one that does not exist yet: npm start -- --data DIR`,
    )
  let moved: string | undefined
  if (options.fresh) rmSync(folder, { recursive: true, force: true })
  else if (found !== 'empty' && found !== LAYOUT) {
    const kept = freeName(`${folder}-layout-${found}`)
    renameSync(folder, kept)
    moved = `The data in ${folder} is of an earlier layout, which this version cannot read. It is kept in ${kept}; this start begins anew.`
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, MARK),
    `${JSON.stringify({ layout: LAYOUT } satisfies z.infer<typeof Mark>)}\n`,
  )
  return moved
}

const MARK = 'layout.json'
/** The first layout had no mark. */
const FIRST_LAYOUT = ['dynamo', 'logs']

function layoutOf(folder: string): number | 'empty' | 'foreign' {
  if (!existsSync(folder)) return 'empty'
  const names = readdirSync(folder)
  if (names.length === 0) return 'empty'
  if (names.includes(MARK)) return readMark(join(folder, MARK))
  return FIRST_LAYOUT.every((name) => names.includes(name)) ? 1 : 'foreign'
}

function readMark(file: string): number | 'foreign' {
  try {
    return Mark.parse(JSON.parse(readFileSync(file, 'utf8'))).layout
  } catch {
    return 'foreign'
  }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`
  return name
}
