import { useLocation } from '@tanstack/react-router'

/** `?page=12`, from 1; undefined where the address names none. */
const pageOf = (search: string): number | undefined => {
  const page = Number(new URLSearchParams(search).get('page') ?? Number.NaN)
  return Number.isInteger(page) && page >= 1 ? page : undefined
}

export const pageInAddress = () => pageOf(location.search)

/** The page that a link asked for, which was followed while the document is open. */
export const useAskedPage = () => useLocation({ select: ({ searchStr }) => pageOf(searchStr) })

/**
 * Has the address name the page, for whoever copies it or comes back to it. The router is not told: the page of the site is
 * the same, and it would load that anew with every page that is leafed past. So not by its own `replaceState`.
 */
export function writePage(page: number): void {
  const address = new URL(location.href)
  if (pageOf(address.search) === page) return
  address.searchParams.set('page', String(page))
  History.prototype.replaceState.call(history, history.state, '', address)
}
