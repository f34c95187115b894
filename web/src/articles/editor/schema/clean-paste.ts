/**
 * HTML from a word processor or another page, as an article can take it: what Word and Google Docs write around and
 * between, their lists that are no lists, their cells of many paragraphs. The editor's schema then drops what an
 * article does not hold. Nothing in it is run: it is parsed into a document that is never shown.
 */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutConditions(html), 'text/html')
  // What the editor itself has copied is as it should be.
  if (body.querySelector('[data-pm-slice]')) return html
  for (const one of body.querySelectorAll('style, script, meta, link, title, xml, template'))
    one.remove()
  for (const one of [...body.querySelectorAll('*')])
    if (one.localName.includes(':')) one.replaceWith(...one.childNodes)
  // Google Docs wraps everything in a `b` that is not bold.
  for (const one of body.querySelectorAll<HTMLElement>('b[id^="docs-internal-guid"]'))
    one.replaceWith(...one.childNodes)
  for (const one of body.querySelectorAll('body > br')) one.remove()
  makeLists(body)
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    // Google Docs puts a list within a list beside the item that it belongs to.
    const item = list.previousElementSibling
    if (item?.localName === 'li') item.append(list)
  }
  for (const cell of body.querySelectorAll('td, th')) flatten(cell)
  const titled = body.querySelectorAll('h1').length > 0
  if (titled) for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5')) lower(heading)
  return body.innerHTML
}

/** Word's `<![if !supportLists]>` and its kin. */
const withoutConditions = (html: string) =>
  html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, '').replace(/<!\[(?:if[^\]]*|endif)\]>/g, '')

/** Word writes items as paragraphs that say their level, with the bullet as words. */
function makeLists(body: HTMLElement): void {
  const open: { level: number; list: Element }[] = []
  let last: Element | null = null
  for (const item of [...body.querySelectorAll<HTMLElement>('p[style*="mso-list"]')]) {
    const level = Number(/level(\d+)/.exec(item.getAttribute('style') ?? '')?.[1] ?? 1)
    const mark = item.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
    const isOrdered = /^\s*[\p{L}\p{N}]{1,5}[.)]/u.test(mark?.textContent ?? '')
    mark?.remove()
    if (!last || last !== item.previousElementSibling) open.length = 0
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
    let current = open.at(-1)
    if (!current || current.level < level) {
      const list = document.createElement(isOrdered ? 'ol' : 'ul')
      const within = current?.list.lastElementChild
      if (within) within.append(list)
      else item.before(list)
      current = { level, list }
      open.push(current)
    }
    const entry = document.createElement('li')
    const words = document.createElement('p')
    words.append(...item.childNodes)
    entry.append(words)
    current.list.append(entry)
    item.remove()
    last = open[0]?.list ?? null
  }
}

/** A cell is one line: its paragraphs stand below each other in it. */
function flatten(cell: Element): void {
  const blocks = cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6')
  blocks.forEach((block, at) => {
    if (at > 0) block.before(document.createElement('br'))
  })
  for (const block of cell.querySelectorAll('p, div, li, ul, ol, h1, h2, h3, h4, h5, h6'))
    block.replaceWith(...block.childNodes)
}

/** The lesson's title is the page's heading: others stand below it. */
function lower(heading: Element): void {
  const lowered = document.createElement(`h${Number(heading.localName[1]) + 1}`)
  lowered.append(...heading.childNodes)
  heading.replaceWith(lowered)
}
