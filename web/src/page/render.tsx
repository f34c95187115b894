import { shell } from 'virtual:shell'
import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory, createRouter } from '@tanstack/react-router'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { MADE_PAGE_ID, type MadePage } from '#contract/courses/public-pages'
import { isLanguage, LANGUAGES } from '#contract/words/languages'
import { Client } from '#web/app/client.tsx'
import { publicRoutes, rootRoute } from '#web/app/public-routes.tsx'
import { fillQueries } from '#web/courses/made-page.ts'
import { language } from '#web/words/language.ts'
import { Head } from './head.tsx'
import { inScript } from './in-script.ts'

/** The client's page as it was built, without anything in it. */
export const emptyPage = shell.empty

/** A public page as HTML: what the client would show of the same, for whoever has not signed in. */
export async function renderPage(made: MadePage, origin: string): Promise<string> {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  fillQueries(queries, made)
  const router = createRouter({
    routeTree: rootRoute.addChildren([...publicRoutes]),
    history: createMemoryHistory({ initialEntries: [made.path] }),
    isServer: true,
  })
  await router.load()
  const direction = isLanguage(language) ? LANGUAGES[language].direction : 'ltr'
  const markup = renderToString(<Client direction={direction} router={router} queries={queries} />)
  queries.clear()
  const head = renderToStaticMarkup(<Head made={made} origin={origin} language={language} />)
  const data = `<script type="application/json" id="${MADE_PAGE_ID}">${inScript(made)}</script>`
  const [styles, scripts] = [shell.styles[made.shown.kind], shell.scripts[made.shown.kind]]
  return fill(shell.html, [
    // Light, until a script has looked: without any it stays so.
    ['<html ', '<html data-mantine-color-scheme="light" '],
    [shell.description, ''],
    [shell.title, head],
    // In the page itself, so that it is shown with the first answer: it waits for no other.
    ['</head>', `<style>${styles}</style></head>`],
    // The early script puts them into the page when that is painted: they would take the network from what shows it.
    [EARLY, `<template id="client">${scripts}</template>${EARLY}`],
    [shell.root, `<div id="root">${markup}</div>${data}`],
  ])
}

/** Where the early script's tags begin. */
const EARLY = '<script id="early-facts"'

/** By functions, since what is put in may hold `$&`. */
const fill = (html: string, parts: readonly (readonly [place: string, content: string])[]) =>
  parts.reduce((filled, [place, content]) => filled.replace(place, () => content), html)
