/// <reference types="vite/client" />

declare module 'virtual:routes' {
  type Routes = typeof import('#contract/routes')['routes']
  export const routes: {
    readonly [K in keyof Routes]: { readonly id: K; readonly method: string; readonly path: string }
  }
}
declare module 'virtual:shell' {
  export const shell: {
    readonly html: string
    /** As they stand in it. */
    readonly title: string
    readonly description: string
    readonly root: string
    /** The tags that have a browser fetch what the page needs beside the shell's own. */
    readonly preload: { readonly catalogue: string; readonly course: string }
  }
}
declare module '@fontsource-variable/inter'
