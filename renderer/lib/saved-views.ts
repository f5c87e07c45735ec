/** Filters kept under a name. They name records by number, so each ledger has its own; kept in this browser profile, like other preferences of the view. */
import { create, type StoreApi, type UseBoundStore } from 'zustand'

export interface SavedView {
  readonly name: string
  /** The filters as the address has them. */
  readonly filters: Readonly<Record<string, string>>
}

type Views = Readonly<Record<string, readonly SavedView[]>>

const MOST = 30

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('filters' in value)) return false
  const { name, filters } = value
  return (
    typeof name === 'string' &&
    typeof filters === 'object' &&
    filters !== null &&
    Object.values(filters).every((text) => typeof text === 'string')
  )
}

function readStored(storageKey: string): Views {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(
      Object.entries(stored).map(([ledger, views]) => [ledger, Array.isArray(views) ? views.filter(isView) : []]),
    )
  } catch {
    // Storage can be blocked or hold another version's text: then there are none.
    return {}
  }
}

export interface SavedViews {
  readonly views: Views
  /** One of the same name is replaced. */
  save(ledger: string, view: SavedView): void
  remove(ledger: string, name: string): void
}

export type UseSavedViews = UseBoundStore<StoreApi<SavedViews>>

/** Those of one screen. */
export function createSavedViews(storageKey: string): UseSavedViews {
  const useViews = create<SavedViews>()((set) => ({
    views: readStored(storageKey),
    save: (ledger, view) =>
      set(({ views }) => ({
        views: { ...views, [ledger]: [...without(views, ledger, view.name), view].slice(-MOST) },
      })),
    remove: (ledger, name) => set(({ views }) => ({ views: { ...views, [ledger]: without(views, ledger, name) } })),
  }))
  useViews.subscribe(({ views }) => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(views))
    } catch {
      // Without storage they hold for this window only.
    }
  })
  return useViews
}

function without(views: Views, ledger: string, name: string): readonly SavedView[] {
  return (views[ledger] ?? []).filter((view) => view.name !== name)
}
