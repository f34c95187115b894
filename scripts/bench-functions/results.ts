/** What was measured once, and is compared with since; `bench:functions -- --write` keeps it. */
export interface Kept {
  readonly date: string
  readonly machine: string
  /** By function: what it loads, compressed; how long; the processor's time over that of a bare handler's. */
  readonly start: Readonly<
    Record<string, { readonly kB: number; readonly ms: number; readonly toBare: number }>
  >
  /** By route: what is asked of the table; the processor's time, and what of it a bare handler takes. */
  readonly call: Readonly<
    Record<
      string,
      {
        readonly asked: string
        readonly ms: number
        readonly bareMs: number | null
        readonly toBare: number | null
      }
    >
  >
}

/** How many times as much as was kept a ratio may be: what two measurements on a busy machine differ by. */
export interface Margin {
  readonly start: number
  readonly call: number
}

/** A sentence for each ratio that is more than it may be; what was not kept may be anything. */
export const tooMuch = (
  now: Pick<Kept, 'start' | 'call'>,
  kept: Pick<Kept, 'start' | 'call'>,
  margin: Margin,
): string[] =>
  (['start', 'call'] as const).flatMap((part) =>
    Object.entries(now[part]).flatMap(([name, { toBare }]) => {
      const most = (kept[part][name]?.toBare ?? Number.NaN) * margin[part]
      return toBare !== null && toBare > most
        ? [`${part} of ${name}: ${toBare} of a bare one, above ${most.toFixed(2)}`]
        : []
    }),
  )

/** For the docs. */
export const tableOf = ({ date, machine, start, call }: Kept): string =>
  [
    '| At its start | Loads, kB by gzip | ms | The processor’s time to a bare handler’s |',
    '|---|---|---|---|',
    ...Object.entries(start).map(
      ([name, { kB, ms, toBare }]) => `| ${name} | ${kB} | ${ms} | ${toBare.toFixed(2)} |`,
    ),
    '',
    '| A warm call | Asks the table | Ours, ms | Bare, ms | Ratio |',
    '|---|---|---|---|---|',
    ...Object.entries(call).map(
      ([route, { asked, ms, bareMs, toBare }]) =>
        `| \`${route}\` | ${asked} | ${ms.toFixed(2)} | ${bareMs?.toFixed(2) ?? ''} | ${toBare?.toFixed(2) ?? ''} |`,
    ),
    '',
    `Measured on ${date}: ${machine}.`,
  ].join('\n')
