import type { HlsConfig, Loader, LoaderCallbacks, LoaderConfiguration, LoaderContext } from 'hls.js'
import { takeWarm } from './warm-media.ts'

type LoaderClass = new (config: HlsConfig) => Loader<LoaderContext>

/** hls.js's own loader, which takes what was fetched early first. Its times keep the bandwidth estimate true. */
export function warmLoader(Base: LoaderClass): LoaderClass {
  return class WarmLoader extends Base {
    private dropped = false

    override load(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const warm = context.rangeEnd ? undefined : takeWarm(context.url)
      if (!warm) {
        super.load(context, config, callbacks)
        return
      }
      this.context = context
      warm.then(
        ({ data, askedAt, begunAt, doneAt }) => {
          if (this.dropped) return
          const { stats } = this
          const size = typeof data === 'string' ? data.length : data.byteLength
          stats.loading = { start: askedAt, first: begunAt, end: doneAt }
          stats.loaded = size
          stats.total = size
          callbacks.onProgress?.(stats, context, data, null)
          callbacks.onSuccess({ url: context.url, data, code: 200 }, stats, context, null)
        },
        () => !this.dropped && super.load(context, config, callbacks),
      )
    }

    override abort(): void {
      this.dropped = true
      super.abort()
    }

    override destroy(): void {
      this.dropped = true
      super.destroy()
    }
  }
}
