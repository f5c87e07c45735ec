import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchFilters } from '../../lib/use-search-filters.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './ledger.module.css'

const PAUSE_MS = 250

/** Words to look for. The list follows when typing pauses. */
export function TextFilter({ filters }: { readonly filters: SearchFilters }) {
  const { t } = useTranslation('ledger')
  const inAddress = filters.get('text') ?? ''
  const [typed, setTyped] = useState(inAddress)
  const sent = useRef(inAddress)

  useEffect(() => {
    // The address was changed from elsewhere: reset, back, a link.
    if (inAddress !== sent.current) setTyped(inAddress)
    sent.current = inAddress
  }, [inAddress])

  useEffect(() => {
    if (typed === sent.current) return undefined
    const timer = setTimeout(() => {
      sent.current = typed
      filters.set({ text: typed })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, filters])

  return (
    <div className={styles.search}>
      <TextField
        label={t('filter.text')}
        isLabelHidden
        type="search"
        prefix={<Search size={14} aria-hidden />}
        placeholder={t('filter.textPlaceholder')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
    </div>
  )
}
