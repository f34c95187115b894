import { pdfParts } from 'virtual:pdf-parts'
import {
  GlobalWorkerOptions,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { FileGone, partReader, type RemoteFile } from './byte-source.ts'

export type { PDFPageProxy }

/** Why a PDF cannot be shown. */
export type PdfProblem = 'protected' | 'broken' | 'gone' | 'too_long'

export class PdfError extends Error {
  override readonly name = 'PdfError'
  readonly problem: PdfProblem
  constructor(problem: PdfProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

export interface OpenPdf {
  readonly pageCount: number
  /** Whether it is a form whose fields Adobe's programs alone show. */
  readonly isForeignForm: boolean
  /** From 1. */
  readonly page: (number: number) => Promise<PDFPageProxy>
  /** The page, from 1, that a link within the document leads to. */
  readonly pageOf: (destination: unknown) => Promise<number | null>
  readonly close: () => void
}

/** What nobody leafs through on a screen; a hostile file names a thousand million pages. */
export const MOST_PAGES = 5_000
/**
 * What is asked for at once where nobody knows how much is needed. Where a document names all its pages at once, pdf.js
 * reads each one's beginning before it shows the first: 300 pages are as many parts.
 */
const PART_BYTES = 16_384
/** Of a picture in it: more than a phone has memory for. */
const MOST_IMAGE_PIXELS = 100_000_000

GlobalWorkerOptions.workerSrc = workerUrl

/**
 * Opens a PDF, of which no more is fetched than its pages need that are shown. Its scripts and its XFA forms are not
 * run. Decoders in WebAssembly would need a policy that allows it: their slower twins are used.
 */
export async function openPdf(
  file: RemoteFile,
  manner: {
    readonly reopen: () => Promise<unknown>
    readonly onWaiting: (waits: boolean) => void
    /** After it was opened: nothing more of it can be fetched. */
    readonly onGone: () => void
  },
): Promise<OpenPdf> {
  const leaving = new AbortController()
  const read = partReader(file, { ...manner, signal: leaving.signal })
  let gone: ((error: unknown) => void) | undefined
  const fails = new Promise<never>((_, reject) => {
    gone = reject
  })
  class Parts extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number) {
      read(begin, end).then(
        (chunk) => this.onDataRange(begin, chunk),
        (error: unknown) => {
          if (leaving.signal.aborted) return
          gone?.(error)
          manner.onGone()
        },
      )
    }
  }
  const task = getDocument({
    range: new Parts(file.bytes, null),
    rangeChunkSize: PART_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    useWasm: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    ...pdfParts,
  })
  const close = () => {
    leaving.abort()
    void task.destroy()
  }
  try {
    const pdf = await Promise.race([task.promise, fails])
    if (pdf.numPages > MOST_PAGES) throw new PdfError('too_long')
    return {
      pageCount: pdf.numPages,
      isForeignForm: await isForeignForm(pdf),
      page: (number) => pdf.getPage(number),
      pageOf: (destination) => pageOf(pdf, destination),
      close,
    }
  } catch (error) {
    close()
    throw error instanceof PdfError ? error : new PdfError(problemOf(error), error)
  }
}

function problemOf(error: unknown): PdfProblem {
  if (error instanceof FileGone) return 'gone'
  return error instanceof Error && error.name === 'PasswordException' ? 'protected' : 'broken'
}

async function isForeignForm(pdf: PDFDocumentProxy): Promise<boolean> {
  const { info } = await pdf.getMetadata()
  return 'IsXFAPresent' in info && info.IsXFAPresent === true
}

async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  try {
    const explicit =
      typeof destination === 'string' ? await pdf.getDestination(destination) : destination
    const [target] = Array.isArray(explicit) ? explicit : []
    if (typeof target === 'number') return target + 1
    return isReference(target) ? (await pdf.getPageIndex(target)) + 1 : null
  } catch {
    // It names a page that is not there.
    return null
  }
}

const isReference = (target: unknown): target is { num: number; gen: number } =>
  typeof target === 'object' && target !== null && 'num' in target && 'gen' in target
