/** How often an open editor says so, by itself and beside others; after how much silence it counts as closed. */
export const editorSeconds = { alone: 60, together: 20, gone: 80 } as const
