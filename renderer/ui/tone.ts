/** Two meanings own two colours everywhere: cost (rust) and return (green). The rest say how urgent something is. */
export type Tone = 'neutral' | 'cost' | 'return' | 'warn' | 'danger' | 'accent'

/** The tone of a result in cents: what is below zero costs, what is above returns. */
export function toneOfResult(cents: number): Tone {
  if (cents === 0) return 'neutral'
  return cents < 0 ? 'cost' : 'return'
}
