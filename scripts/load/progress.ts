import { measured } from '#load/scenarios/user/measured'

/** Artillery prints each ten seconds all that it measured in them; of that one line is said. */
export function progressOf(say: (line: string) => void) {
  let values: Map<string, string> | null = null
  let section = ''
  const flush = () => {
    if (!values) return
    const of = (name: string) => values?.get(name) ?? '0'
    const p95 = values.get(`${measured.api}.p95`)
    say(
      `${of('to')}  ${of('http.requests')} requests, ${of('http.request_rate').replace('/sec', ' a second')}${p95 ? `, API P95 ${Math.round(Number(p95))} ms` : ''}, ${of(measured.failed)} failed, ${of('vusers.created')} came, ${of('vusers.failed')} gave up`,
    )
    values = null
  }
  return (line: string): void => {
    const to = /^Metrics for period to: (\S+)/.exec(line)?.[1]
    if (to) {
      flush()
      values = new Map([['to', to]])
      return
    }
    if (line.startsWith('Summary report')) flush()
    const [, indent, name, value] = /^( *)([\w.-]+):(?: \.* ?(.*))?$/.exec(line) ?? []
    if (!name || !values) return
    if (value) values.set(indent ? `${section}.${name}` : name, value)
    else section = name
  }
}
