/** Of every page of plots, light and dark; dashes, names and places tell things apart without colours. */
export const style = `
:root { color-scheme: light dark; --page: #f7f7f5; --card: #fff; --text: #1b1b1a; --quiet: #5d5c58; --rule: #dddcd6; --load: #2264b5; --capacity: #b35309; --other: #1a7f37; --limit: #6b6a66; --broken: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --page: #131312; --card: #1d1d1b; --text: #f2f1ed; --quiet: #b3b1aa; --rule: #3a3935; --load: #6aa9f4; --capacity: #f0a04b; --other: #57c26f; --limit: #a5a39c; --broken: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 76rem; margin-inline: auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; line-height: 1.3; margin: 0; text-wrap: balance; }
p { margin: .25rem 0; }
.quiet, figcaption p, .notes { color: var(--quiet); font-size: .875rem; }
.wrong { border-inline-start: 4px solid var(--capacity); padding: .25rem .75rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.facts li, figure, .table { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; }
.facts li { padding: .625rem .875rem; }
.facts b { display: block; font-size: 1.375rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.facts span { color: var(--quiet); font-size: .875rem; }
.kept, .broken { border-inline-start-width: 4px; }
.facts .kept { border-inline-start-color: var(--other); } .facts .broken { border-inline-start-color: var(--broken); }
.kept b { color: var(--other); } .broken b { color: var(--broken); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 1rem; }
figure { margin: 0; padding: .875rem; min-inline-size: 0; }
svg { display: block; inline-size: 100%; block-size: auto; }
.tick, .label { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--rule); }
.axis { stroke: var(--quiet); }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.line.dashed { stroke-dasharray: 5 4; }
.line.load { stroke: var(--load); } .line.capacity { stroke: var(--capacity); } .line.other { stroke: var(--other); } .line.limit { stroke: var(--limit); stroke-width: 1.5; }
.area.load { fill: var(--load); opacity: .15; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem 0 0; padding: 0; list-style: none; font-size: .875rem; }
.key { display: inline-block; inline-size: 1.25rem; border-block-start: 3px solid; vertical-align: middle; margin-inline-end: .375rem; }
.key.dashed { border-block-start-style: dashed; }
.key.load { border-color: var(--load); } .key.capacity { border-color: var(--capacity); } .key.other { border-color: var(--other); } .key.limit { border-color: var(--limit); }
.bars { list-style: none; margin: .5rem 0 0; padding: 0; font-size: .875rem; }
.bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; margin-block-end: .375rem; }
.bars .bar { grid-column: 1 / -1; block-size: .5rem; background: var(--load); border-radius: 0 .25rem .25rem 0; }
.amount, td.figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
.table { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: .875rem; }
th, td { padding: .375rem .75rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--rule); }
tbody tr:last-child > * { border-block-end: 0; }
thead th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
th.figure, td.figure { text-align: end; }
tbody th { font-weight: 600; min-inline-size: 7rem; }
@media (max-width: 40rem) { .tick, .label { font-size: 15px; } table { inline-size: 42rem; } td, th { padding: .375rem .5rem; } }
.notes { margin: .5rem 0 0; padding-inline-start: 1.25rem; overflow-wrap: anywhere; }
`
