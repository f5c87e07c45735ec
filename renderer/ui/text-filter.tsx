import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SearchFilters } from '../lib/use-search-filters.ts'
import styles from './list-view.module.css'
import { TextField } from './text-field.tsx'

const PAUSE_MS = 250

export interface TextFilterProps {
  readonly filters: SearchFilters
  readonly label: string
  readonly placeholder: string
  readonly autoFocus?: boolean
}

/** Words to look for. The list follows when typing pauses. */
export function TextFilter({ filters, label, placeholder, autoFocus = false }: TextFilterProps) {
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
        label={label}
        isLabelHidden
        type="search"
        // Where it comes up with a sheet that was asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
        prefix={<Search size={14} aria-hidden />}
        placeholder={placeholder}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
    </div>
  )
}
