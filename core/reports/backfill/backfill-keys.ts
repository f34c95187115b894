/** What an export told lies beside what the stream told, in a file of the export's for each event and day. */
export const backfillKey = (exportId: string, event: string, day: string) =>
  `events/event=${event}/date=${day}/backfill-${exportId}.parquet`

/** What was many files of an event and a day, in one. */
export const wholeKey = (event: string, day: string, moment: number) =>
  `events/event=${event}/date=${day}/whole-${moment}.parquet`

/** Whether it has no news: what an export told, whose days are worked out with it, and what was there in other files. */
export const hasNoNews = (key: string) => /\/(backfill|whole)-[^/]+\.parquet$/.test(key)

/** From when on the lake has all from the stream: kept from the first backfill, for those that follow. */
export const RECORDED_FROM_KEY = 'backfill/recorded-from.json.gz'
