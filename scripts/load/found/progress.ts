import { measured } from '#load/scenarios/user/measured'

/** What Artillery measured in ten seconds, by name: `http.requests`, `lectern.api.p95`. */
export interface Period {
  /** When it ended, as Artillery writes it. */
  readonly to: string
  readonly values: ReadonlyMap<string, string>
}

/** Of each ten seconds one line is said. */
export const progressOf = (say: (line: string) => void) =>
  periodsOf(({ to, values }) => {
    const of = (name: string) => values.get(name) ?? '0'
    const p95 = values.get(`${measured.api}.p95`)
    say(
      `${to}  ${of('http.requests')} requests, ${of('http.request_rate').replace('/sec', ' a second')}${p95 ? `, API P95 ${Math.round(Number(p95))} ms` : ''}, ${of(measured.failed)} failed, ${of('vusers.created')} came, ${of('vusers.failed')} gave up`,
    )
  })

/** Reads the lines that Artillery prints, which each ten seconds are all that it measured in them. */
export function periodsOf(tell: (period: Period) => void) {
  let to = ''
  let values: Map<string, string> | null = null
  let section = ''
  const flush = () => {
    if (values) tell({ to, values })
    values = null
  }
  return (line: string): void => {
    const end = /^Metrics for period to: (\S+)/.exec(line)?.[1]
    if (end) {
      flush()
      to = end
      values = new Map()
      return
    }
    if (line.startsWith('Summary report')) flush()
    const [, indent, name, value] = /^( *)([\w.-]+):(?: \.* ?(.*))?$/.exec(line) ?? []
    if (!name || !values) return
    if (value) values.set(indent ? `${section}.${name}` : name, value)
    else section = name
  }
}
