import { isNode, LineCounter, parseDocument } from 'yaml'
import { issueSaid } from '#contract/issue-said'
import { say } from '#contract/say'
import { FolderManifest } from '#contract/videos/folder-manifest'
import type { Problem } from '#contract/words/said'

export type ParsedManifest =
  | { readonly kind: 'manifest'; readonly manifest: FolderManifest }
  | { readonly kind: 'bad'; readonly problems: readonly Problem[] }

/** Whether a key is a manifest's; it is read whatever it says. */
export const isManifestKey = (key: string): boolean => /\/lectern\.(ya?ml|json)$/i.test(key)

/** Reads a manifest, YAML or JSON, which is YAML too; each problem with its line. */
export function parseManifest(text: string): ParsedManifest {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  if (document.errors.length > 0)
    return {
      kind: 'bad',
      problems: document.errors.map(({ pos, message }) => ({
        line: lineAt(pos[0]),
        ...say('not_yaml', { detail: message }),
      })),
    }
  const parsed = FolderManifest.safeParse(read(document), { reportInput: true })
  if (parsed.success) return { kind: 'manifest', manifest: parsed.data }
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents
    if (isNode(node) && node.range) return lineAt(node.range[0])
    return path.length > 0 ? lineOf(path.slice(0, -1)) : 1
  }
  return {
    kind: 'bad',
    problems: parsed.error.issues.map((issue) => ({
      line: lineOf(issue.path),
      path: issue.path.join('.'),
      ...issueSaid(issue),
    })),
  }
}

/** An empty file says nothing, and a file of too many aliases is no manifest. */
function read(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS() ?? {}
  } catch (error) {
    return String(error)
  }
}
