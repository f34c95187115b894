import { fullDay, shortDay } from './in-words.ts'

/** A day as people say it, exact on hover. */
export const DayShown = ({ day }: { day: string }) => (
  <time dateTime={day} title={fullDay(day)}>
    {shortDay(day)}
  </time>
)

/** A day as a place along a chart. */
export const placeOf = ({ day }: { readonly day: string }) => ({
  name: fullDay(day),
  shown: <DayShown day={day} />,
})
