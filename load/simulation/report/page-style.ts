const COLOURS = [
  { light: '#0969da', dark: '#4493f8', dash: 'none' },
  { light: '#bc4c00', dark: '#f0883e', dash: '7 4' },
  { light: '#1a7f37', dark: '#3fb950', dash: '2 3' },
  { light: '#8250df', dark: '#ab7df8', dash: '9 3 2 3' },
]

/** Of the page, light and dark; dashes tell the lines apart without colours. */
export const STYLE = `
:root { --text: #1f2328; --quiet: #59636e; --ground: #fff; --edge: #d1d9e0; --kept: #1a7f37; --broken: #cf222e }
${COLOURS.map(({ light, dash }, at) => `.line-${at} { stroke: ${light}; stroke-dasharray: ${dash} }`).join('\n')}
@media (prefers-color-scheme: dark) {
:root { --text: #f0f6fc; --quiet: #9198a1; --ground: #0d1117; --edge: #3d444d; --kept: #3fb950; --broken: #f85149 }
${COLOURS.map(({ dark }, at) => `.line-${at} { stroke: ${dark} }`).join('\n')}
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 76rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.6rem; margin: 0 0 0.5rem }
h2 { font-size: 1.2rem }
.quiet, figcaption span { color: var(--quiet) }
.verdicts { list-style: none; padding: 0 }
.kept b { color: var(--kept) }
.broken b { color: var(--broken) }
.plots { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)) }
figure { margin: 0; padding: 0.75rem; border: 1px solid var(--edge); border-radius: 0.5rem; min-width: 0 }
figcaption { font-weight: 600 }
figcaption span { font-weight: 400 }
figure ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; font-size: 0.85rem }
figure li svg { width: 1.5rem; height: 0.5rem; margin-inline-end: 0.35rem }
figure > svg { display: block; width: 100%; height: auto }
svg text { font-size: 11px; fill: var(--quiet) }
.grid { stroke: var(--edge) }
.line { fill: none; stroke-width: 1.75 }
.scrolls { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--edge); text-align: end; white-space: nowrap }
th:first-child { text-align: start; padding-inline-start: 0 }
`
