/** Languages of code that are shown in colours, as they call themselves. */
export const languageNames = {
  bash: 'Bash',
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  diff: 'Diff',
  go: 'Go',
  java: 'Java',
  javascript: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  php: 'PHP',
  python: 'Python',
  r: 'R',
  ruby: 'Ruby',
  rust: 'Rust',
  sql: 'SQL',
  swift: 'Swift',
  typescript: 'TypeScript',
  xml: 'HTML, XML',
  yaml: 'YAML',
} as const

type LanguageName = keyof typeof languageNames

/** Other names that people write behind a fence. */
export const languageAliases = {
  bash: ['sh', 'shell', 'zsh'],
  cpp: ['c++'],
  csharp: ['cs', 'c#'],
  javascript: ['js', 'jsx', 'mjs'],
  python: ['py'],
  ruby: ['rb'],
  rust: ['rs'],
  typescript: ['ts', 'tsx'],
  xml: ['html', 'svg'],
  yaml: ['yml'],
} as const satisfies Partial<Record<LanguageName, readonly string[]>>

const known = new Set<string>([
  ...Object.keys(languageNames),
  ...Object.values(languageAliases).flat(),
])

export const isLanguage = (name: string | null): boolean => name !== null && known.has(name)
