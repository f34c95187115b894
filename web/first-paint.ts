/**
 * Runs in each page before anything of it is shown, and looks at what this browser keeps: light or dark, so that
 * nothing flashes; and whether somebody's sign-in is kept, so that a page that was made for all does not ask
 * them to sign in until it is known who they are. The site's policy allows scripts of its own files alone, and this
 * one by its hash: as a file, each first page would wait for it.
 */
export const FIRST_PAINT = `(function (page) {
  var dark = matchMedia('(prefers-color-scheme: dark)').matches
  try {
    var chosen = localStorage.getItem('mantine-color-scheme-value')
    if (chosen === 'light' || chosen === 'dark') dark = chosen === 'dark'
    if (Object.keys(localStorage).some(function (key) { return key.startsWith('oidc.user:') }))
      page.setAttribute('data-kept-person', '')
  } catch (refused) {}
  page.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})(document.documentElement)`
