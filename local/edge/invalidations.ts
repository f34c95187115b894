import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { XMLParser } from 'fast-xml-parser'
import { type Json, listAt, objectAt, textAt } from '#local/assembly/json'
import { type AnswerPath, AwsError } from '#local/aws-api/server'

export interface Invalidations {
  /** Answers `CreateInvalidation`: its status and XML. */
  create(distributionId: string, body: string): Promise<{ status: number; xml: string }>
}

/** Where CloudFront's API is. */
export const PATH = '/2020-05-31/distribution/'
const INVALIDATION = /^([^/]+)\/invalidation$/

/** The one call of CloudFront's API that is made at run time. */
export const answerInvalidations =
  (invalidations: Invalidations): AnswerPath =>
  async (request, response) => {
    const path = request.url ?? ''
    const distributionId = INVALIDATION.exec(path.slice(PATH.length))?.[1]
    if (!distributionId || request.method !== 'POST')
      throw new AwsError('UnknownOperationException', `The local CloudFront has no ${path}.`)
    const { status, xml } = await invalidations.create(distributionId, await text(request))
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
  }

const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  isArray: (name) => name === 'Path',
})

/**
 * What may be in progress at the same time of one distribution, wildcards and single files each by themselves:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html
 */
const MOST_WILDCARDS = 15
const MOST_FILES = 3_000

interface InProgress {
  readonly distributionId: string
  readonly wildcards: number
  readonly files: number
  readonly until: number
}

/**
 * Invalidations of the local edge. They are done at once, but count as in progress for a while, since
 * CloudFront's take a minute or two; a caller's reference counts once.
 */
export function createInvalidations(
  /** False when there is no such distribution. */
  invalidate: (distributionId: string, path: string) => Promise<boolean> | boolean,
  progressMilliseconds: number,
): Invalidations {
  const done = new Map<string, string>()
  let running: readonly InProgress[] = []
  const hasRoom = (wanted: InProgress) => {
    running = running.filter(({ until }) => until > Date.now())
    const beside = running.filter((each) => each.distributionId === wanted.distributionId)
    const sum = (what: 'wildcards' | 'files') =>
      beside.reduce((total, each) => total + each[what], wanted[what])
    return sum('wildcards') <= MOST_WILDCARDS && sum('files') <= MOST_FILES
  }
  return {
    async create(distributionId, body) {
      const document: Json = parser.parse(body)
      const batch = objectAt(document, 'InvalidationBatch')
      const reference = textAt(batch, 'CallerReference')
      const paths = listAt(objectAt(objectAt(batch, 'Paths'), 'Items'), 'Path').map(String)
      const bad = paths.find((path) => !path.startsWith('/') || /\*(?!$)/.test(path))
      if (!reference || paths.length === 0 || bad !== undefined)
        return refused(
          400,
          'InvalidArgument',
          `Your request contains an invalid path: ${bad ?? ''}`,
        )
      const before = done.get(reference)
      if (before !== undefined && before !== body)
        return refused(400, 'InvalidationBatchAlreadyExists', `${reference} was another batch.`)
      if (before === undefined) {
        const wildcards = paths.filter((path) => path.endsWith('*')).length
        const files = paths.length - wildcards
        const wanted = {
          distributionId,
          wildcards,
          files,
          until: Date.now() + progressMilliseconds,
        }
        if (!hasRoom(wanted))
          return refused(
            400,
            'TooManyInvalidationsInProgress',
            'Your request would have too many invalidations in progress.',
          )
        running = [...running, wanted]
        done.set(reference, body)
        const found = await Promise.all(paths.map((path) => invalidate(distributionId, path)))
        if (found.includes(false)) {
          running = running.filter((each) => each !== wanted)
          done.delete(reference)
          return refused(404, 'NoSuchDistribution', `There is no distribution ${distributionId}.`)
        }
      }
      return { status: 201, xml: invalidationOf(paths, reference) }
    },
  }
}

const invalidationOf = (paths: readonly string[], reference: string) =>
  `<?xml version="1.0"?><Invalidation><Id>I${randomUUID().slice(0, 13).toUpperCase()}</Id><Status>Completed</Status><CreateTime>${new Date().toISOString()}</CreateTime><InvalidationBatch><Paths><Quantity>${paths.length}</Quantity><Items>${paths.map((path) => `<Path>${escapeXml(path)}</Path>`).join('')}</Items></Paths><CallerReference>${escapeXml(reference)}</CallerReference></InvalidationBatch></Invalidation>`

const refused = (status: number, code: string, message: string) => ({
  status,
  xml: `<?xml version="1.0"?><ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
})

const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
