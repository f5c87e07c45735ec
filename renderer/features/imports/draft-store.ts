/**
 * The import being prepared. It lives outside the screen: files can be dropped anywhere, and a look at another screen or a
 * backend that starts again must not lose what was answered.
 */
import { create } from 'zustand'
import type { MappingItem, MappingSource, MappingTarget } from '../../../shared/contract/imports.ts'
import { describeError, type DescribedError } from '../../lib/errors.ts'

export interface ReadAnswers {
  readonly numberFormat?: 'comma' | 'dot'
  readonly dateOrder?: 'day-first' | 'month-first'
}

export interface DraftFile {
  readonly id: string
  readonly file: File
  /** `waiting`: its turn to be handed over has not come; `refused`: it stays here and is not handed over. */
  readonly state: 'waiting' | 'staging' | 'staged' | 'refused'
  readonly sentBytes: number
  readonly handle: string | null
  readonly error: DescribedError | null
  readonly answers: ReadAnswers
  readonly applyChanged: boolean
  readonly removeGone: boolean
  /** Whose revenue new orders are; null: one's own. */
  readonly clientId: number | null
}

export interface ImportDone {
  readonly batchIds: readonly number[]
  readonly counts: RowCounts
  /** Files that had nothing new and were left out. */
  readonly idleFiles: number
  readonly unreadableFiles: number
}

export interface RowCounts {
  readonly time: number
  readonly 'ad-spend': number
  readonly order: number
  readonly gone: number
  readonly files: number
}

interface CommitState {
  readonly done: number
  readonly total: number
  readonly isCancelling: boolean
}

interface DraftState {
  readonly files: readonly DraftFile[]
  /** What the person answered instead of the suggestion, by source and value. */
  readonly mappings: Readonly<Record<string, MappingTarget>>
  readonly commit: CommitState | null
  readonly error: DescribedError | null
  readonly done: ImportDone | null
  /** How often the files were handed over again by themselves since the last success. */
  readonly restages: number
}

export const useDraft = create<DraftState>()(() => ({
  files: [],
  mappings: {},
  commit: null,
  error: null,
  done: null,
  restages: 0,
}))

export function mappingKey(source: MappingSource, value: string): string {
  return `${source}\u001f${value}`
}

export function updateFile(id: string, patch: Partial<DraftFile>): void {
  useDraft.setState(({ files }) => ({ files: files.map((file) => (file.id === id ? { ...file, ...patch } : file)) }))
}

export function refuseFile(id: string, error: unknown): void {
  updateFile(id, { state: 'refused', error: describeError(error) })
}

export function answerQuestion(id: string, answers: ReadAnswers): void {
  const file = useDraft.getState().files.find((one) => one.id === id)
  if (file) updateFile(id, { answers: { ...file.answers, ...answers } })
}

export function setMapping(source: MappingSource, value: string, target: MappingTarget): void {
  useDraft.setState(({ mappings }) => ({ mappings: { ...mappings, [mappingKey(source, value)]: target } }))
}

/** The same answer for many words at once. */
export function setMappings(items: readonly Pick<MappingItem, 'source' | 'value'>[], target: MappingTarget): void {
  const answers = Object.fromEntries(items.map(({ source, value }) => [mappingKey(source, value), target]))
  useDraft.setState(({ mappings }) => ({ mappings: { ...mappings, ...answers } }))
}

export function newDraftFile(file: File): DraftFile {
  return {
    id: crypto.randomUUID(),
    file,
    state: 'waiting',
    sentBytes: 0,
    handle: null,
    error: null,
    answers: {},
    applyChanged: true,
    removeGone: false,
    clientId: null,
  }
}
