/** Which of the things that a name fits is meant, and that each kind of thing is named once. */
import { suggestedActivities, guessActivity, type Activity } from './activity.ts'
import type { Meaning, NameKind, NamePiece } from './quick-entry-names.ts'

export type MeaningKind = NameKind | 'activity' | 'billable'

export interface MeaningQuestion {
  /** name: things of several kinds. */
  readonly kind: MeaningKind | 'name'
  readonly source: string
  /** Empty: nothing has that name. Key "none" leaves the words in the note. */
  readonly options: readonly MeaningOption[]
}
export interface MeaningOption {
  readonly key: string
  /** Null: none of them. */
  readonly meaning: Meaning | null
}

export interface SettledName {
  readonly piece: NamePiece
  readonly source: string
  readonly meaning: Meaning
}

export interface SettledNames {
  readonly names: readonly SettledName[]
  /** Pieces whose words are not in the note, settled or asked for. */
  readonly used: readonly NamePiece[]
  readonly questions: readonly MeaningQuestion[]
}

/** Options of one question, "none of them" included. */
export const MOST_OPTIONS = 12
const NONE: MeaningOption = { key: 'none', meaning: null }

type Choices = Readonly<Record<string, string>>

export function keyOfMeaning(meaning: Meaning): string {
  if (meaning.kind === 'activity') return `activity:${meaning.activity}`
  if (meaning.kind === 'billable') return `billable:${meaning.isBillable}`
  return `${meaning.kind}:${meaning.thing.id}`
}

const optionOf = (meaning: Meaning): MeaningOption => ({ key: keyOfMeaning(meaning), meaning })

/** The kind under which a piece is asked for. */
export function kindOfPiece({ meanings, kinds }: NamePiece): MeaningQuestion['kind'] {
  const [first, ...others] = meanings.length > 0 ? meanings.map(({ kind }) => kind) : (kinds ?? [])
  return first !== undefined && others.every((kind) => kind === first)
    ? first
    : meanings.length > 0
      ? 'name'
      : (first ?? 'name')
}

export function settleNames(
  pieces: readonly NamePiece[],
  choices: Choices,
  sourceOf: (piece: NamePiece) => string,
): SettledNames {
  const questions: MeaningQuestion[] = []
  const settled: SettledName[] = []
  const asked: NamePiece[] = []
  const clientId = chosenClient(pieces, choices, sourceOf)
  for (const piece of pieces) {
    const kind = kindOfPiece(piece)
    const source = sourceOf(piece)
    const choice = choices[`${kind} ${source}`]
    if (choice === 'none') continue
    const meanings = ofClient(piece.meanings, clientId)
    const chosen = meanings.find((meaning) => keyOfMeaning(meaning) === choice)
    const [only] = meanings
    if (chosen) settled.push({ piece, source, meaning: chosen })
    else if (only && meanings.length === 1) settled.push({ piece, source, meaning: only })
    else {
      const options = [...meanings.slice(0, MOST_OPTIONS - 1).map(optionOf), NONE]
      const isAsked = questions.some((question) => question.kind === kind && question.source === source)
      if (!isAsked) questions.push({ kind, source, options })
      asked.push(piece)
    }
  }
  const once = nameEachKindOnce(settled, choices)
  return {
    names: once.names,
    used: [...once.names.map(({ piece }) => piece), ...asked, ...once.asked],
    questions: [...questions, ...once.questions],
  }
}

/** The client that is named without doubt: a project of that name may exist for several. */
function chosenClient(pieces: readonly NamePiece[], choices: Choices, sourceOf: (piece: NamePiece) => string) {
  for (const piece of pieces) {
    const clients = piece.meanings.filter(({ kind }) => kind === 'client')
    const choice = choices[`${kindOfPiece(piece)} ${sourceOf(piece)}`]
    const chosen = clients.find((meaning) => keyOfMeaning(meaning) === choice)
    const [only] = piece.meanings.length === 1 ? clients : []
    const client = chosen ?? only
    if (client?.kind === 'client') return client.thing.id
  }
  return null
}

/** Projects of the named client, where there are some among several. */
function ofClient(meanings: readonly Meaning[], clientId: number | null): readonly Meaning[] {
  if (meanings.length < 2 || clientId === null) return meanings
  const fitting = meanings.filter((meaning) => meaning.kind !== 'project' || meaning.thing.clientId === clientId)
  return fitting.length > 0 ? fitting : meanings
}

interface Once {
  readonly names: readonly SettledName[]
  readonly asked: readonly NamePiece[]
  readonly questions: readonly MeaningQuestion[]
}

/** An entry has one channel, one activity …: of several the one behind a sign holds, else it is asked. The others stay in the note. */
function nameEachKindOnce(settled: readonly SettledName[], choices: Choices): Once {
  const names: SettledName[] = []
  const asked: NamePiece[] = []
  const questions: MeaningQuestion[] = []
  for (const [kind, all] of Map.groupBy(settled, ({ meaning }) => meaning.kind)) {
    const signed = all.filter(({ piece }) => piece.kinds !== null)
    const left = signed.length > 0 ? signed : all
    const keys = [...new Set(left.map(({ meaning }) => keyOfMeaning(meaning)))]
    const source = left.map((each) => each.source).join(' ')
    const key = keys.length === 1 ? keys[0] : choices[`${kind} ${source}`]
    const chosen = left.filter(({ meaning }) => keyOfMeaning(meaning) === key)
    if (chosen.length > 0) names.push(...chosen)
    else if (key !== 'none') {
      asked.push(...left.map(({ piece }) => piece))
      questions.push({ kind, source, options: [...distinctOptions(left), NONE] })
    }
  }
  return { names, asked, questions }
}

function distinctOptions(names: readonly SettledName[]): MeaningOption[] {
  return [...new Map(names.map(({ meaning }) => [keyOfMeaning(meaning), optionOf(meaning)])).values()].slice(
    0,
    MOST_OPTIONS - 1,
  )
}

export interface Suggestion {
  readonly activity: Activity | null
  /** The word that suggests it. */
  readonly source: string
  readonly question: MeaningQuestion | null
}

/** What the words of the note suggest where no activity is named. The words stay in the note. */
export function suggestActivity(words: string, choices: Choices): Suggestion {
  const suggested = suggestedActivities(words)
  if (suggested.length === 0) return { activity: null, source: '', question: null }
  const source = sourceOfSuggestion(words, suggested)
  const choice = choices[`activity ${source}`]
  if (choice === 'none') return { activity: null, source, question: null }
  const chosen = suggested.find((activity) => `activity:${activity}` === choice)
  const [first] = suggested
  if (chosen !== undefined) return { activity: chosen, source, question: null }
  if (suggested.length === 1 && first !== undefined) return { activity: first, source, question: null }
  const options = suggested.map((activity) => optionOf({ kind: 'activity', activity }))
  return { activity: null, source, question: { kind: 'activity', source, options: [...options, NONE] } }
}

function sourceOfSuggestion(words: string, suggested: readonly Activity[]): string {
  const telling = words.split(' ').filter((word) => guessActivity(word) !== null)
  return telling.length < suggested.length ? words : telling.join(' ')
}
