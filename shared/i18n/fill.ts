/** Texts with values in them, where there is no screen to translate for. */

type Values = Readonly<Record<string, string | number>>

/** A text with its {{values}} filled in. */
export function fill(text: string, values: Values = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The form for a count: `<key>_one` or `<key>_other`. Both languages have these two. */
export function fillCount<Key extends string>(
  texts: Readonly<Record<`${Key}_one` | `${Key}_other`, string>>,
  key: Key,
  count: number,
  values: Values = {},
): string {
  const form: `${Key}_one` | `${Key}_other` = count === 1 ? `${key}_one` : `${key}_other`
  return fill(texts[form], { count, ...values })
}

/** A text by its path, in the form for `count` where there is one; the path itself where there is no text. */
export function sayFrom(texts: object, path: string, values: Values): string {
  const { count } = values
  const forms = typeof count === 'number' ? [`${path}_${count === 1 ? 'one' : 'other'}`, path] : [path]
  for (const form of forms) {
    const found = form.split('.').reduce<unknown>(stepInto, texts)
    if (typeof found === 'string') return fill(found, values)
  }
  return path
}

function stepInto(node: unknown, part: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[part] : undefined
}
