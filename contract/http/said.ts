import { z } from 'zod'

/** Something to be said to a person, before it is put into words. See contract/words/said.ts. */
export const Said = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
export type Said = z.infer<typeof Said>

/** One of several things that are wrong in a file, with its line. */
export const LineProblem = Said.extend({ line: z.number().int().min(1) })
export type LineProblem = z.infer<typeof LineProblem>
