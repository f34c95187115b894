/** Captions as they are being written, kept by this browser until they are saved. */
export interface CaptionDraft {
  /** WebVTT. */
  readonly text: string
  readonly label: string
  /** The saved revision that it began from; 0 where there was none. */
  readonly revision: number
  readonly at: string
}

const keyOf = (assetId: string, language: string) => `lectern.captions.${assetId}.${language}`

export function readDraft(assetId: string, language: string): CaptionDraft | null {
  const kept = localStorage.getItem(keyOf(assetId, language))
  if (!kept) return null
  try {
    const read: unknown = JSON.parse(kept)
    return isDraft(read) ? read : null
  } catch {
    return null
  }
}

export function keepDraft(assetId: string, language: string, draft: CaptionDraft) {
  try {
    localStorage.setItem(keyOf(assetId, language), JSON.stringify(draft))
  } catch (error) {
    console.warn('This browser has no room to keep unsaved captions', error)
  }
}

export const dropDraft = (assetId: string, language: string) =>
  localStorage.removeItem(keyOf(assetId, language))

const isDraft = (read: unknown): read is CaptionDraft =>
  typeof read === 'object' &&
  read !== null &&
  'text' in read &&
  typeof read.text === 'string' &&
  'label' in read &&
  typeof read.label === 'string' &&
  'revision' in read &&
  typeof read.revision === 'number' &&
  'at' in read &&
  typeof read.at === 'string'
