import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { FALLBACK, LANGUAGE_COOKIE, languages, pageOf } from '#contract/words/languages'
import { scriptsOf } from './scripts-of.ts'

/**
 * Answers every address that names no file with the web client, which routes by itself: with its page in the
 * language that the person chose, else in the first of the browser's that there is. The page's own address
 * is what the edge keeps it by, so nothing of the headers is in a key.
 */
export class SinglePage extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(SINGLE_PAGE),
    })
  }
}

/**
 * Two languages match when their names and scripts do, those that are not said being the likely ones, so that
 * `zh-TW` is no reader of `zh-Hans`. A function has no `Intl`: the scripts are worked out here.
 */
const tables = {
  pages: Object.fromEntries(languages.map((language) => [language, pageOf(language)])),
  scripts: scriptsOf(languages),
}

/** The code of the function. */
export const SINGLE_PAGE = `var tables = ${JSON.stringify(tables)}

function handler(event) {
  var request = event.request
  if (!request.uri.includes('.')) request.uri = '/' + tables.pages[languageFor(request)]
  return request
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
