import { fileURLToPath } from 'node:url'
import packageOfHls from 'hls.js/package.json' with { type: 'json' }
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('./src/', import.meta.resolve('hls.js/package.json')))

/** hls.js's own switches. Sound in a group of its own is the one part beyond its light build that we play. */
const PARTS = {
  __USE_ALT_AUDIO__: true,
  __USE_CMCD__: false,
  __USE_CONTENT_STEERING__: false,
  __USE_EME_DRM__: false,
  __USE_IFRAMES__: false,
  __USE_INTERSTITIALS__: false,
  __USE_M2TS_ADVANCED_CODECS__: false,
  __USE_MEDIA_CAPABILITIES__: false,
  // The player reads and shows captions itself.
  __USE_SUBTITLES__: false,
  __USE_VARIABLE_SUBSTITUTION__: false,
}

/** Its list of formats. MPEG-TS and bare audio bring an eighth of its code, and all of ours is fragmented MP4. */
const OTHER_FORMATS = /^ *\{ demux: (TS|AAC|MP3)Demuxer, remux: MP4Remuxer \},$/gm

/** It also asks for MPEG-TS by name, where a segment holds pictures for fast forward alone. */
const NO_FORMAT = 'export default class { static probe() { return false } }'

/**
 * Builds `hls.js` from its own sources with the parts that a CMAF lecture needs, a good third less to load
 * before the first picture: docs/adr/0006-hls-js-for-cmaf.md.
 */
export function hlsForCmaf(): Plugin {
  return {
    name: 'lectern-hls-for-cmaf',
    enforce: 'pre',
    config: () => ({
      define: {
        ...Object.fromEntries(Object.entries(PARTS).map(([part, on]) => [part, String(on)])),
        __VERSION__: JSON.stringify(packageOfHls.version),
        __IN_WORKER__: 'false',
        __HLS_WORKER_BUNDLE__: 'undefined',
      },
    }),
    async resolveId(id, importer) {
      if (id === 'hls.js') return `${source}exports-default.ts`
      if (!importer?.startsWith(source)) return undefined
      // Only a part that is left out imports it.
      if (id === '@svta/cml-cmcd') return { id, external: true, moduleSideEffects: false }
      const found = await this.resolve(id, importer, { skipSelf: true })
      return found && { ...found, moduleSideEffects: false }
    },
    load: (id) => (id === `${source}demux/tsdemuxer.ts` ? NO_FORMAT : undefined),
    transform(code, id) {
      if (id !== `${source}demux/transmuxer.ts`) return undefined
      if (code.match(OTHER_FORMATS)?.length !== 3)
        this.error('hls.js lists its formats in another way than before: see OTHER_FORMATS.')
      return { code: code.replace(OTHER_FORMATS, ''), map: null }
    },
  }
}
