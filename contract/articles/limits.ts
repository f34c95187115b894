/** Of what articles are made of; plain numbers, for forms too. */
export const articleLimits = {
  /** Bytes of a document as JSON: an item of the table has 400 KB. */
  documentBytes: 300_000,
  /** Blocks within blocks, and emphasis within emphasis: what lies deeper is hostile, and would fill a browser's stack. */
  nested: 100,
  url: 2_000,
  formula: 5_000,
  /** Of what a picture shows, and how many sizes of it there may be. */
  alt: 1_000,
  widths: 10,
} as const
