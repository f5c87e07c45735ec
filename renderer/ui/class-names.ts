/** Joins the class names that are set; always a string, because React Aria takes no `undefined`. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
