import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Chapter, sectionsOf } from '#web/player/state/chapters.ts'
import { clock } from '#web/player/state/clock.ts'
import { words } from '#web/player/words/en.ts'
import { findInTranscript, type Hit, piecesOf } from './find-in-transcript.ts'
import styles from './transcript.module.css'
import type { Captions } from './use-captions.ts'
import { useFollowing } from './use-following.ts'

interface Props {
  readonly captions: Captions
  readonly chapters: readonly Chapter[]
  readonly seekTo: (seconds: number) => void
}

/** What is said, to read along, to search, and to go to. */
export function Transcript({ captions, chapters, seekTo }: Props) {
  return (
    <section className={styles.transcript} aria-label={words.transcript}>
      {captions.state === 'ready' && captions.cues.length > 0 ? (
        <Lines
          cues={captions.cues}
          active={captions.active[0]}
          chapters={chapters}
          language={captions.language}
          seekTo={seekTo}
        />
      ) : (
        <>
          <h2>{words.transcript}</h2>
          <p className="quiet">
            {words.noTranscript[captions.state === 'ready' ? 'none' : captions.state]}
          </p>
          {captions.state === 'loading' && <div className={styles.lines} aria-hidden />}
        </>
      )}
    </section>
  )
}

interface LinesProps {
  readonly cues: readonly VTTCue[]
  readonly active: VTTCue | undefined
  readonly chapters: readonly Chapter[]
  readonly language: string | undefined
  readonly seekTo: (seconds: number) => void
}

interface Line {
  readonly at: number
  readonly startTime: number
  readonly text: string
}
const NO_HITS: readonly Hit[] = []

function Lines({ cues, active, chapters, language, seekTo }: LinesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const lines = useMemo<Line[]>(
    () => cues.map((cue, at) => ({ at, startTime: cue.startTime, text: plainText(cue) })),
    [cues],
  )
  const sections = useMemo(() => sectionsOf(lines, chapters), [lines, chapters])
  const wanted = useDeferredValue(typed)
  const hits = useMemo(
    () =>
      findInTranscript(
        lines.map((line) => line.text),
        wanted,
      ),
    [lines, wanted],
  )
  const hitsOf = useMemo(() => {
    const byLine = new Map<number, Hit[]>()
    for (const hit of hits) byLine.set(hit.at, [...(byLine.get(hit.at) ?? []), hit])
    return byLine
  }, [hits])
  const activeAt = active ? cues.indexOf(active) : -1
  const { following, follow, show } = useFollowing(scroller, activeAt)
  const hit = hits[chosen]
  useEffect(() => {
    if (hit) show(hit.at)
  }, [hit, show])

  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || hits.length === 0) return
    event.preventDefault()
    setChosen((chosen + (event.shiftKey ? hits.length - 1 : 1)) % hits.length)
  }
  const choose = useCallback(
    (line: Line) => {
      // A little later, since a browser may round down to the line before.
      seekTo(line.startTime + 0.01)
      follow()
    },
    [seekTo, follow],
  )
  return (
    <>
      <div className={styles.head}>
        <h2>{words.transcript}</h2>
        <search className={styles.search}>
          <IconSearch size={16} aria-hidden />
          <input
            type="search"
            aria-label={words.searchTranscript}
            placeholder={words.search}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setChosen(0)
            }}
            onKeyDown={onSearchKey}
          />
          <span role="status">{countInWords(typed, hits.length, chosen)}</span>
          {hits.length > 1 && (
            <>
              <button
                type="button"
                aria-label={words.previousHit}
                onClick={() => setChosen((chosen + hits.length - 1) % hits.length)}
              >
                <IconChevronUp size={16} aria-hidden />
              </button>
              <button
                type="button"
                aria-label={words.nextHit}
                onClick={() => setChosen((chosen + 1) % hits.length)}
              >
                <IconChevronDown size={16} aria-hidden />
              </button>
            </>
          )}
        </search>
      </div>
      <div className={styles.lines} data-part="lines" ref={scroller} lang={language}>
        {sections.map((section) => (
          <section key={section.items[0]?.at} aria-label={section.title}>
            {section.title && (
              <h3>
                <bdi>{section.title}</bdi>
              </h3>
            )}
            <ol>
              {section.items.map((line) => (
                <LineButton
                  key={line.at}
                  line={line}
                  hits={hitsOf.get(line.at) ?? NO_HITS}
                  chosen={hit?.at === line.at ? hit.from : -1}
                  current={line.at === activeAt}
                  entry={line.at === Math.max(0, activeAt)}
                  onChoose={choose}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {!following && (
        <button type="button" className={styles.back} onClick={follow}>
          {words.backToNow}
        </button>
      )}
    </>
  )
}

interface LineProps {
  readonly line: Line
  readonly hits: readonly Hit[]
  /** Where in the text the chosen hit begins; -1 if it is not in this line. */
  readonly chosen: number
  readonly current: boolean
  /** Tab comes to one line only; arrows go to the others. */
  readonly entry: boolean
  readonly onChoose: (line: Line) => void
}

const LineButton = memo(function LineButton({
  line,
  hits,
  chosen,
  current,
  entry,
  onChoose,
}: LineProps) {
  return (
    <li>
      <button
        type="button"
        data-line={line.at}
        aria-current={current ? 'true' : undefined}
        tabIndex={entry ? 0 : -1}
        onClick={() => onChoose(line)}
        onKeyDown={moveAmongLines}
      >
        <span className={styles.time}>{clock(line.startTime)}</span>
        <span dir="auto">
          {piecesOf(line.text, hits).map(({ text, hit }, at, all) => {
            const from = all.slice(0, at).reduce((sum, piece) => sum + piece.text.length, 0)
            return hit ? (
              <mark key={from} data-chosen={from === chosen}>
                {text}
              </mark>
            ) : (
              text
            )
          })}
        </span>
      </button>
    </li>
  )
})

function moveAmongLines(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const at = Number(event.currentTarget.dataset.line) + step
  event.currentTarget
    .closest('[data-part="lines"]')
    ?.querySelector<HTMLElement>(`[data-line="${at}"]`)
    ?.focus()
}

const plainText = (cue: VTTCue) =>
  (cue.getCueAsHTML().textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

function countInWords(typed: string, hits: number, chosen: number): string {
  if (typed.trim().length < 2) return ''
  return hits === 0 ? words.nothingFound : words.hit(Math.min(chosen, hits - 1) + 1, hits)
}
