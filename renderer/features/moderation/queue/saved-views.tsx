/** Filters under a name: chosen with one press, or kept. */
import { useQuery } from '@tanstack/react-query'
import { Bookmark, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { QUEUE_FILTER_NAMES } from '../../../lib/moderation-address.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useModerationAddress } from '../moderation-address.ts'
import styles from './queue.module.css'
import { type SavedView, useSavedViewsStore } from './saved-views-store.ts'

const NONE: readonly SavedView[] = []
const LONGEST_NAME = 60
/** Words and a person may name someone, and what is kept here no erasure finds. */
const KEPT = QUEUE_FILTER_NAMES.filter((name) => name !== 'text' && name !== 'contact')

export function SavedViews({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('moderation')
  const { filters } = useModerationAddress()
  const ledger = useQuery(api.app.status.queryOptions()).data?.ledger?.path ?? ''
  const views = useSavedViewsStore((state) => state.views[ledger]) ?? NONE
  const { save, remove } = useSavedViewsStore.getState()
  const set = KEPT.flatMap((name) => {
    const value = filters.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  if (views.length === 0 && set.length === 0) return null

  function choose(view: SavedView) {
    filters.set({ ...Object.fromEntries(QUEUE_FILTER_NAMES.map((name) => [name, undefined])), ...view.filters }, true)
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
  const { t } = useTranslation('moderation')
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
