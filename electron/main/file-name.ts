const longestFileName = 120

/** A name without what file systems give a meaning to. */
export function fileNameOf(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestFileName)
    .trim()
  return name.replace(/^[. ]+/, '') || 'Gegenwert'
}
