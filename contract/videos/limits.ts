/** The lengths of what is written to a video, in characters: for its schemas, and for the forms. */
export const videoLimits = { chapterTitle: 120, captionsLabel: 60 } as const
