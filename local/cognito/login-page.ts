export interface DemoAccounts {
  readonly [role: string]: { readonly username: string; readonly password: string }
}

/** The sign-in page: one form, no script, light and dark by the viewer's own setting. */
export function loginPage(options: {
  /** The authorization request, carried through the form. */
  query: URLSearchParams
  accounts: DemoAccounts
  username?: string
  error?: string
}): string {
  const { query, accounts, username = '', error } = options
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${error ? 'Not signed in – ' : ''}Sign in to Lectern</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="brand">${MARK}<span>Lectern</span></p>
<h1>Sign in</h1>
<form method="post" action="/oauth2/authorize?${escapeHtml(query.toString())}">
${error ? `<p class="error" role="alert" id="error">${escapeHtml(error)}</p>` : ''}
<label for="username">Email</label>
<input id="username" name="username" type="email" autocomplete="username" required autofocus value="${escapeHtml(username)}"${error ? ' aria-describedby="error"' : ''}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
<p class="other">New here? <a href="/signup?${escapeHtml(query.toString())}">Create an account</a></p>
${hint(accounts)}
</main>
</body>
</html>`
}

/** The sign-up page: what the pool requires of everybody, the name that others read among it. */
export function signUpPage(options: {
  query: URLSearchParams
  username?: string
  name?: string
  error?: string
}): string {
  const { query, username = '', name = '', error } = options
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${error ? 'No account yet – ' : ''}Create an account for Lectern</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="brand">${MARK}<span>Lectern</span></p>
<h1>Create an account</h1>
<form method="post" action="/signup?${escapeHtml(query.toString())}">
${error ? `<p class="error" role="alert" id="error">${escapeHtml(error)}</p>` : ''}
<label for="name">Name</label>
<input id="name" name="name" autocomplete="name" required autofocus value="${escapeHtml(name)}" aria-describedby="name-hint">
<p class="note" id="name-hint">Others read it beside the courses that you teach.</p>
<label for="username">Email</label>
<input id="username" name="username" type="email" autocomplete="username" required value="${escapeHtml(username)}" aria-describedby="email-hint">
<p class="note" id="email-hint">You sign in with it. Nobody else sees it.</p>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="12" required aria-describedby="password-hint">
<p class="note" id="password-hint">At least 12 characters.</p>
<button type="submit">Create account</button>
</form>
<p class="other">Have an account? <a href="/oauth2/authorize?${escapeHtml(query.toString())}">Sign in</a></p>
</main>
</body>
</html>`
}

/** Where an authorization request cannot be sent back, because its address is not to be trusted. */
export const errorPage = (message: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Sign-in is not possible – Lectern</title><style>${STYLE}</style></head>
<body><main><p class="brand">${MARK}<span>Lectern</span></p><h1>Sign-in is not possible</h1><p>${escapeHtml(message)}</p></main></body>
</html>`

function hint(accounts: DemoAccounts): string {
  const entries = Object.entries(accounts)
  if (entries.length === 0) return ''
  const rows = entries.map(
    ([role, { username, password }]) =>
      `<tr><th scope="row">${escapeHtml(role)}</th><td><code>${escapeHtml(username)}</code><br><code>${escapeHtml(password)}</code></td></tr>`,
  )
  return `<section aria-labelledby="demo"><h2 id="demo">Demo accounts on this machine</h2><table><tbody>${rows.join('')}</tbody></table></section>`
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The mark of the web client. */
const MARK =
  '<svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#0f6e66"/><g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M7 14.5 24.5 8.5"/><path d="M9 13.8v2.7h7l7-2.9V9"/><path d="M16 16.5V25"/><path d="M11.5 25h9"/></g></svg>'

const STYLE = `
:root{--ground:#f5f4f0;--card:#fff;--ink:#1d2430;--soft:#566070;--line:#c3c8d0;--accent:#0f6e66;--on-accent:#fff;--wrong:#a3231f;--wrong-ground:#fdecea}
@media(prefers-color-scheme:dark){:root{--ground:#12161c;--card:#1b2129;--ink:#e8ebef;--soft:#a3adba;--line:#47505d;--accent:#6ccabd;--on-accent:#08201d;--wrong:#ffb4ac;--wrong-ground:#3d1f1d}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem 1rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{width:100%;max-width:25rem;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:2rem 1.75rem}
.brand{display:flex;align-items:center;gap:.6rem;margin:0 0 1.5rem;color:var(--accent);font-weight:650;font-size:1.25rem}
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}
label{display:block;margin:1rem 0 .3rem;font-weight:550}
input,button{width:100%;min-height:2.9rem;font:inherit;border-radius:8px}
input{padding:.5rem .75rem;color:inherit;background:var(--ground);border:1px solid var(--soft)}
button{margin-top:1.5rem;border:0;background:var(--accent);color:var(--on-accent);font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.note{margin:.25rem 0 0;font-size:.875rem;color:var(--soft)}
.other{margin:1.25rem 0 0}
a{color:var(--accent)}
.error{margin:0;padding:.7rem .85rem;border-radius:8px;background:var(--wrong-ground);color:var(--wrong)}
section{margin-top:2rem;padding-top:1.25rem;border-top:1px solid var(--line)}
h2{margin:0 0 .5rem;font-size:.95rem;color:var(--soft);font-weight:600}
table{width:100%;border-collapse:collapse;font-size:.875rem}
th{padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:top;font-weight:550;text-transform:capitalize}
td{padding:.35rem 0;overflow-wrap:anywhere}
`
