/** Ranks commands by what was typed: beginnings of words count most, scattered letters least. */
import type { AppCommand } from '../lib/commands.ts'

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** 0 means no match. */
export function scoreText(text: string, wanted: string): number {
  const [folded, query] = [fold(text), fold(wanted).trim()]
  if (query === '') return 1
  const at = folded.indexOf(query)
  if (at === 0) return 100
  if (at > 0) return /[\s·:–-]/.test(folded[at - 1] ?? '') ? 80 : 60
  const isInOrder = [...query].reduce((from, letter) => (from < 0 ? -1 : nextAfter(folded, letter, from)), 0) >= 0
  return isInOrder && query.length > 1 ? 20 : 0
}

function nextAfter(text: string, letter: string, from: number): number {
  const at = text.indexOf(letter, from)
  return at < 0 ? -1 : at + 1
}

export function scoreCommand(command: AppCommand, wanted: string): number {
  const byTitle = scoreText(command.title, wanted)
  const byKeyword = Math.max(0, ...(command.keywords ?? []).map((word) => scoreText(word, wanted)))
  // A keyword helps to find, but a title that matches as well comes first; scattered letters count in titles only.
  const ofKeyword = byKeyword >= 60 ? byKeyword - 15 : 0
  return Math.max(byTitle, ofKeyword)
}

export function rankCommands(commands: readonly AppCommand[], wanted: string): readonly AppCommand[] {
  const scored = commands.map((command) => ({ command, score: scoreCommand(command, wanted) }))
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ command }) => command)
}
