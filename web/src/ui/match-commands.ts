/** Something that the palette can do: go somewhere, or change something. */
export interface Command {
  readonly id: string
  /** `Lessons of this course`, `Courses`, `Actions`: shown once above its commands. */
  readonly group: string
  readonly label: string
  readonly hint?: string
  readonly run: () => void
}

/** Letters without accents and case. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (typed: string) => plain(typed).split(/\s+/).filter(Boolean)

/** Whether every word of what was typed is somewhere in a text. */
export function hasEveryWord(text: string, typed: string): boolean {
  const whole = plain(text)
  return wordsOf(typed).every((word) => whole.includes(word))
}

/**
 * The commands whose label or hint has every word of what was typed, in whatever order; of each group the
 * ones first whose label begins with it. Groups keep their order.
 */
export function matchCommands(
  commands: readonly Command[],
  typed: string,
  most = 20,
): readonly Command[] {
  const words = wordsOf(typed)
  const found = commands.filter(({ label, hint = '' }) => hasEveryWord(`${label} ${hint}`, typed))
  const begins = ({ label }: Command) => plain(label).startsWith(words.join(' '))
  const groups = [...new Set(found.map(({ group }) => group))]
  return groups
    .flatMap((group) =>
      found
        .filter((command) => command.group === group)
        .toSorted((a, b) => Number(begins(b)) - Number(begins(a))),
    )
    .slice(0, most)
}
