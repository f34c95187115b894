import { isObject, type Json, type JsonObject, listAt, textAt } from '#local/assembly/json'
import { AwsError } from '#local/aws-api/server'

/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
const MOST_RECORDS = 500
const MOST_RECORD_BYTES = 1_000 * 1024
const MOST_BATCH_BYTES = 4 * 1024 * 1024

/** The records of a call, as Firehose takes or refuses them: all, or none. */
export function readRecords(input: JsonObject): Buffer[] {
  const records = listAt(input, 'Records').map(dataOf)
  if (records.length === 0) throw invalid('Records must not be empty.')
  if (records.length > MOST_RECORDS)
    throw invalid(`${records.length} records are more than ${MOST_RECORDS}.`)
  if (records.some(({ length }) => length > MOST_RECORD_BYTES))
    throw invalid(`A record is larger than ${MOST_RECORD_BYTES} bytes.`)
  if (records.reduce((sum, { length }) => sum + length, 0) > MOST_BATCH_BYTES)
    throw invalid(`The records are larger than ${MOST_BATCH_BYTES} bytes.`)
  return records
}

const invalid = (message: string) => new AwsError('InvalidArgumentException', message)

const dataOf = (record: Json) => {
  if (!isObject(record)) throw invalid('A record is an object.')
  return Buffer.from(textAt(record, 'Data'), 'base64')
}
