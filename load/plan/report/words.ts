/** Figures as people read them. */
export const count = (amount: number): string =>
  amount.toLocaleString('en', { maximumFractionDigits: amount < 10 ? 1 : 0 })

/** In a few letters: `20K`. */
export const short = (amount: number): string =>
  amount.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 })

export const usd = (amount: number): string =>
  amount.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: Math.abs(amount) < 100 ? 2 : 0,
  })

export const percent = (share: number): string =>
  share > 10
    ? `${share.toLocaleString('en', { maximumSignificantDigits: 2 })} times`
    : `${(share * 100).toLocaleString('en', { maximumSignificantDigits: 2 })} %`

export const ms = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? `${Math.round(milliseconds)} ms` : 'no end'
