/** As Vite reads them, for tests that render a part of the web client. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
