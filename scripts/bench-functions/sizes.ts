import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseAst } from 'rolldown/parseAst'
import { MOUNT } from '#layers/runtime/address'

/** Bytes of what a function loads when it starts. */
export interface Size {
  readonly own: number
  readonly layer: number
  readonly files: number
  /** All of it, compressed. */
  readonly gzip: number
}

/** The files to which static imports lead from a function's entry; what it imports later is not among them. */
export function sizeAtStart(dist: string, name: string, mount = MOUNT): Size {
  const layer = join(dist, 'layers/runtime')
  const files = new Map<string, Buffer>()
  const follow = (file: string) => {
    if (files.has(file)) return
    const text = readFileSync(file)
    files.set(file, text)
    for (const from of staticImportsOf(text.toString()))
      if (/^[./]/.test(from)) follow(resolve(dirname(file), from.replace(mount, layer)))
  }
  follow(join(dist, 'functions', name, 'index.mjs'))
  const bytes = (of: (file: string) => boolean) =>
    [...files].reduce((sum, [file, text]) => sum + (of(file) ? text.length : 0), 0)
  const isOwn = (file: string) => !relative(join(dist, 'functions'), file).startsWith('..')
  return {
    own: bytes(isOwn),
    layer: bytes((file) => !isOwn(file)),
    files: files.size,
    gzip: gzipSync(Buffer.concat([...files.values()])).length,
  }
}

const staticImportsOf = (code: string): string[] =>
  parseAst(code).body.flatMap((statement) =>
    (statement.type === 'ImportDeclaration' ||
      statement.type === 'ExportNamedDeclaration' ||
      statement.type === 'ExportAllDeclaration') &&
    statement.source
      ? [statement.source.value]
      : [],
  )
