/** Reads bytes of a file from an offset; fewer than asked for at its end. */
export type ReadBytes = (offset: number, length: number) => Promise<Buffer>
