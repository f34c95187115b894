/** What an export told lies beside what the stream told, in a file of the export's for each event and day. */
export const backfillKey = (exportId: string, event: string, day: string) =>
  `events/event=${event}/date=${day}/backfill-${exportId}.parquet`

export const isBackfill = (key: string) => /\/backfill-[^/]+\.parquet$/.test(key)

/** From when on the lake has all from the stream: kept from the first backfill, for those that follow. */
export const RECORDED_FROM_KEY = 'backfill/recorded-from.json.gz'
