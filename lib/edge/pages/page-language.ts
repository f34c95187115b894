import { FALLBACK, LANGUAGE_COOKIE, languages, pageOf } from '#contract/words/languages'
import { scriptsOf } from '../scripts-of.ts'

/**
 * Two languages match when their names and scripts do, those that are not said being the likely ones, so that
 * `zh-TW` is no reader of `zh-Hans`. A function has no `Intl`: the scripts are worked out here.
 */
const tables = {
  pages: Object.fromEntries(languages.map((language) => [language, pageOf(language)])),
  scripts: scriptsOf(languages),
}

/**
 * For functions of the distribution: `pageFor(request)` is the client's page in the language that the person chose, else in
 * the first of the browser's that there is.
 */
export const PAGE_LANGUAGE = `var tables = ${JSON.stringify(tables)}

function pageFor(request) {
  return tables.pages[languageFor(request)]
}

function languageFor(request) {
  var chosen = request.cookies['${LANGUAGE_COOKIE}']
  if (chosen && find(tables.pages, chosen.value)) return chosen.value
  var accepted = request.headers['accept-language']
  var wanted = accepted ? inOrder(accepted.value) : []
  for (var tag of wanted)
    for (var language of Object.keys(tables.pages))
      if (named(tag) === named(language)) return language
  return '${FALLBACK}'
}

/** The languages of the header, the most wanted first; a header that is made to tire us ends at thirty. */
function inOrder(header) {
  return header
    .split(',', 30)
    .map(function (range) {
      var weight = /;\\s*q=([\\d.]+)/.exec(range)
      return { tag: range.split(';')[0].trim().toLowerCase(), weight: weight ? Number(weight[1]) : 1 }
    })
    .filter(function (range) { return range.weight > 0 })
    .sort(function (a, b) { return b.weight - a.weight })
    .map(function (range) { return range.tag })
}

/** 'es-419' is 'es-latn'. */
function named(tag) {
  var parts = tag.toLowerCase().split('-')
  var script = parts.slice(1).find(function (part) { return /^[a-z]{4}$/.test(part) })
  var region = parts.slice(1).find(function (part) { return /^([a-z]{2}|\\d{3})$/.test(part) })
  return parts[0] + '-' +
    (script || find(tables.scripts, parts[0] + '-' + region) || find(tables.scripts, parts[0]))
}

function find(table, key) {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined
}
`
