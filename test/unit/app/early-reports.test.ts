import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { fillPath } from '#contract/http/fill-path'
import { routes } from '#contract/routes'
import { choiceOf, periodOf } from '#web/reports/period.ts'

const SITE = 'https://site.example'
const NOW = Date.parse('2026-11-28T00:30:00.000Z')
const code = stripTypeScriptTypes(readFileSync('web/src/early/early.ts', 'utf8'))

/** What the early script asks when the page is opened by such an address. */
function askedAt(search: string): string[] {
  const asked: string[] = []
  const facts = {
    names: [],
    views: {},
    pages: [
      {
        ...{ at: '^/admin/reports$', load: [], files: [], opensLesson: false },
        asks: [['GET', '/api/administration/report?from=__from__&to=__to__']],
      },
    ],
  }
  class FixedDate extends Date {
    static override now = () => NOW
  }
  runInNewContext(code, {
    ...{ URL, URLSearchParams, Date: FixedDate, console, addEventListener: () => undefined },
    window: {},
    HTMLTemplateElement: class {},
    location: { origin: SITE, pathname: '/admin/reports', search },
    document: {
      hidden: false,
      getElementById: (id: string) =>
        id === 'early-facts' ? { textContent: JSON.stringify(facts) } : null,
    },
    localStorage: Object.assign(Object.create({ getItem: () => kept }), { 'oidc.user:a': kept }),
    fetch: (address: URL) => {
      asked.push(address.href)
      return Promise.resolve(Response.json({}))
    },
  })
  return asked
}
const kept = JSON.stringify({ expires_at: NOW / 1000 + 3600, id_token: 'token' })

describe('a page of reports', () => {
  it.each([
    '',
    '?days=7',
    '?days=30',
    '?days=90',
    '?days=all',
    '?days=5',
    '?days=%227%22',
    '?other',
  ])('asks at %j for the days that the client asks for then', (search) => {
    const days = new URLSearchParams(search).get('days')
    // As the router reads it: a number is one, and so is a text in quotes a text.
    const read = days === null || days === 'all' ? days : JSON.parse(days)
    const query = periodOf(choiceOf({ days: read }), NOW)
    const address = fillPath(routes.getSiteReport.path, {}, query)
    expect(askedAt(search)).toEqual([`${SITE}/api${address}`])
  })

  it('leaves single days to the client', () => {
    expect(askedAt('?from=2026-11-01&to=2026-11-03')).toEqual([])
  })
})
