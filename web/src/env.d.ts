/// <reference types="vite/client" />

declare module 'virtual:routes' {
  type Routes = typeof import('#contract/routes')['routes']
  export const routes: {
    readonly [K in keyof Routes]: { readonly id: K; readonly method: string; readonly path: string }
  }
}
declare module '@fontsource-variable/inter'
