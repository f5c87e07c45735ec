/** What a filter in the address says: an id, "without" (null), or anything (undefined). */
export function idOf(text: string | null): number | null | undefined {
  if (text === 'none') return null
  const id = Number(text)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
