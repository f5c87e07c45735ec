/** Changes that name only some of the fields. */

/** What is absent stays as it is; spread as `undefined` it would overwrite. */
export function withoutAbsent<Patch extends object>(
  patch: Patch,
): { [Key in keyof Patch]: Exclude<Patch[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never
}
