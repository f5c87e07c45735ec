/** What is typed into a search as a question to the full-text index. */

const MAX_WORDS = 12

/** Every word must be there, the last as the beginning of one. Null where nothing can be looked for. */
export function searchWords(text: string): string | null {
  const words = text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  if (words.length === 0) return null
  // Quoted, so that AND, OR and NEAR are words like any others.
  return words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ')
}
