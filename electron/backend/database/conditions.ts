/** Conditions put together from fixed fragments with bound values. */

export class Conditions {
  readonly #parts: string[] = []
  readonly values: Record<string, string | number | null> = {}

  /** Holds where the column is the value, is empty for null, or always for undefined. */
  equal(column: string, name: string, value: string | number | null | undefined): this {
    if (value === null) this.#parts.push(`${column} IS NULL`)
    else if (value !== undefined) this.add(`${column} = @${name}`, name, value)
    return this
  }

  /** Holds where the text contains the words, whatever their case. */
  contains(column: string, text: string | undefined): this {
    const words = text?.trim().toLowerCase() ?? ''
    return words === '' ? this : this.add(`instr(lower_case(${column}), @text) > 0`, 'text', words)
  }

  add(condition: string, name?: string, value?: string | number | null): this {
    this.#parts.push(condition)
    if (name !== undefined && value !== undefined) this.values[name] = value
    return this
  }

  get where(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.map((part) => `(${part})`).join(' AND ')
  }
}
