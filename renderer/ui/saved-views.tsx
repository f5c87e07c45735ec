/** Filters under a name: chosen with one press, or kept. */
import { useQuery } from '@tanstack/react-query'
import { Bookmark, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import type { SavedView, UseSavedViews } from '../lib/saved-views.ts'
import type { SearchFilters } from '../lib/use-search-filters.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './saved-views.module.css'
import { TextField } from './text-field.tsx'

const NONE: readonly SavedView[] = []
const LONGEST_NAME = 60

export interface SavedViewsProps {
  readonly useViews: UseSavedViews
  readonly filters: SearchFilters
  /** All filters of the screen: a view that is chosen takes the place of all of them. */
  readonly names: readonly string[]
  /** Those that are kept. Words and people may name someone, and what is kept here no erasure finds: they are not among them. */
  readonly kept: readonly string[]
  onClose(): void
}

export function SavedViews({ useViews, filters, names, kept, onClose }: SavedViewsProps) {
  const { t } = useTranslation('ui')
  const ledger = useQuery(api.app.status.queryOptions()).data?.ledger?.path ?? ''
  const views = useViews((state) => state.views[ledger]) ?? NONE
  const { save, remove } = useViews.getState()
  const set = kept.flatMap((name) => {
    const value = filters.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  if (views.length === 0 && set.length === 0) return null

  function choose(view: SavedView) {
    filters.set({ ...Object.fromEntries(names.map((name) => [name, undefined])), ...view.filters }, true)
    onClose()
  }

  return (
    <section className={styles.views} aria-label={t('views.title')}>
      <h3>{t('views.title')}</h3>
      {views.map((view) => (
        <div key={view.name} className={styles.view}>
          <Button variant="quiet" icon={Bookmark} onPress={() => choose(view)}>
            {view.name}
          </Button>
          <IconButton
            variant="quiet"
            size="s"
            icon={X}
            label={t('views.remove', { name: view.name })}
            onPress={() => remove(ledger, view.name)}
          />
        </div>
      ))}
      {set.length > 0 && <NewView onSave={(name) => save(ledger, { name, filters: Object.fromEntries(set) })} />}
    </section>
  )
}

function NewView({ onSave }: { onSave(name: string): void }) {
  const { t } = useTranslation('ui')
  const [name, setName] = useState('')
  const trimmed = name.trim()
  return (
    <form
      className={styles.newView}
      onSubmit={(event) => {
        event.preventDefault()
        if (trimmed === '') return
        onSave(trimmed)
        setName('')
      }}
    >
      <TextField
        label={t('views.name')}
        isLabelHidden
        placeholder={t('views.placeholder')}
        value={name}
        onChange={setName}
        maxLength={LONGEST_NAME}
      />
      <Button type="submit" isDisabled={trimmed === ''}>
        {t('views.save')}
      </Button>
    </form>
  )
}
