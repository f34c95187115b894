import type { OutputOptions, Plugin } from 'rolldown'

/**
 * How third-party code is written: without blanks, short but for the names of functions and classes. Logs and
 * errors tell those, and to give them back at run time cost a tenth of a start (`npm run bench:functions`).
 */
export const LIBRARY_CODE = {
  format: 'esm',
  comments: false,
  minify: {
    compress: { target: 'node24', keepNames: { function: true, class: true } },
    mangle: { keepNames: { function: true, class: true } },
    codegen: { removeWhitespace: true },
  },
} satisfies OutputOptions

/** zod brings its messages in some fifty languages, all in one namespace; we ask for none but English. */
export const ENGLISH_ALONE: Plugin = {
  name: 'zod-in-english-alone',
  load: (id) =>
    /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/.test(id)
      ? `export { default as en } from './en.js'`
      : undefined,
}
