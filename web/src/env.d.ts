/// <reference types="vite/client" />

declare module 'virtual:routes' {
  type Routes = typeof import('#contract/routes')['routes']
  export const routes: {
    readonly [K in keyof Routes]: { readonly id: K; readonly method: string; readonly path: string }
  }
}
declare module 'virtual:pdf-parts' {
  /** Where pdf.js finds what a document may ask for. */
  export const pdfParts: {
    readonly cMapUrl: string
    readonly standardFontDataUrl: string
    readonly wasmUrl: string
  }
}
declare module 'virtual:shell' {
  export const shell: {
    /** The client's page without its style sheets and the client's own scripts. */
    readonly html: string
    /** As it was built. */
    readonly empty: string
    /** As they stand in it. */
    readonly title: string
    readonly description: string
    readonly root: string
    /** The texts of all style sheets that a page needs, and the tags of the client's scripts. */
    readonly styles: { readonly catalogue: string; readonly course: string }
    readonly scripts: { readonly catalogue: string; readonly course: string }
  }
}
declare module '@fontsource-variable/inter'
