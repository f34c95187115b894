/** What opens the dialog of what it is fired at; the editor listens. */
export const ASK = 'lectern:ask'
