/** Below the folder by which a picture is fetched. By itself, for it is all that readers of articles need of files. */
export const imageName = (width: number, format: 'webp' | 'jpg'): string => `v1/${width}.${format}`
