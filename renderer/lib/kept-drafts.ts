/**
 * What was entered in a form and is not saved yet, by what the form is about: it outlives the form, until it is saved or thrown away. Only in
 * the memory of this window: it may name people.
 */
import { useMemo } from 'react'
import { create } from 'zustand'
import { forgetWithLedger } from './ledger-memory.ts'

interface KeptDrafts {
  readonly drafts: Readonly<Record<string, unknown>>
}

const useDrafts = create<KeptDrafts>()(() => ({ drafts: {} }))
forgetWithLedger(useDrafts)

export interface KeptDraft<Draft> {
  readonly draft: Draft
  /** Something was entered. */
  readonly isBegun: boolean
  change(changes: Partial<Draft>): void
  /** Forgets what was saved, and keeps what was typed while it was on its way. */
  settle(saved: Partial<Draft>): void
  forget(): void
}

/** `start` is what stands in the form where nothing was entered; it may change meanwhile. */
export function useKeptDraft<Draft extends object>(key: string, start: Draft): KeptDraft<Draft> {
  const kept = useDrafts(({ drafts }) => drafts[key]) as Partial<Draft> | undefined
  const changing = useMemo(
    () => ({
      change: (changes: Partial<Draft>) => keepDraft(key, changes),
      settle: (saved: Partial<Draft>) => settleDraft(key, saved),
      forget: () => forgetDrafts((one) => one === key),
    }),
    [key],
  )
  return { draft: { ...start, ...kept }, isBegun: kept !== undefined, ...changing }
}

/** What stands in the form right now, of what was entered. */
export function keptDraftOf<Draft extends object>(key: string): Partial<Draft> {
  return (useDrafts.getState().drafts[key] as Partial<Draft> | undefined) ?? {}
}

export function keepDraft<Draft extends object>(key: string, changes: Partial<Draft>): void {
  setDraft<Draft>(key, (before) => ({ ...before, ...changes }))
}

/** Forgets what was saved, and keeps what was typed while it was on its way. */
export function settleDraft<Draft extends object>(key: string, saved: Partial<Draft>): void {
  setDraft<Draft>(key, (before) => without(before, saved))
}

export function forgetDrafts(isMeant: (key: string) => boolean): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => !isMeant(key))),
  }))
}

function setDraft<Draft extends object>(key: string, change: (before: Partial<Draft>) => Partial<Draft>): void {
  useDrafts.setState(({ drafts }) => {
    const changed = change((drafts[key] as Partial<Draft> | undefined) ?? {})
    const others = Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key))
    return { drafts: Object.keys(changed).length === 0 ? others : { ...others, [key]: changed } }
  })
}

function without<Draft extends object>(draft: Partial<Draft>, saved: Partial<Draft>): Partial<Draft> {
  const rest = Object.entries(draft).filter(([field, value]) => saved[field as keyof Draft] !== value)
  return Object.fromEntries(rest) as Partial<Draft>
}
