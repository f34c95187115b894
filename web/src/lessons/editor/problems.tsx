import { words } from './words/en.ts'

/** As many as one reads before doing something about them. */
const FIRST = 5

/** What stands between a draft and learners; a long list shows its beginning. */
export function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null
  const items = (some: readonly string[]) => (
    <ul>
      {some.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
  const more = problems.slice(FIRST)
  return (
    <>
      <p className="quiet">{words.before}</p>
      {items(problems.slice(0, FIRST))}
      {more.length > 0 && (
        <details>
          <summary>{words.moreProblems(more.length)}</summary>
          {items(more)}
        </details>
      )}
    </>
  )
}
