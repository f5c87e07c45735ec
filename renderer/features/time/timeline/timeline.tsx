import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { EmptyNote } from './empty-note.tsx'
import { useEntryCommands } from './entry-commands.ts'
import { useEntryWords } from './entry-words.ts'
import { GapMenu } from './gap-menu.tsx'
import { OverlapNotice } from './overlap-notice.tsx'
import { SideColumn } from './side-column.tsx'
import { SplitDialog } from './split-dialog.tsx'
import type { TimeView } from './time-view.ts'
import { TimeGrid } from './time-grid.tsx'
import styles from './timeline.module.css'
import { type ItemKey, useTimeline } from './timeline-store.ts'
import { useItemActions } from './use-item-actions.ts'
import { useItemCommands } from './use-item-commands.ts'
import { useNow } from '../../../lib/use-now.ts'
import { type TimelineData, useTimelineData } from './use-timeline-data.ts'

/** Day and week as a timeline. */
export function Timeline({ view }: { readonly view: TimeView }) {
  const describe = useErrorTexts()
  const now = useNow()
  const { data, error } = useTimelineData(view, now)
  return (
    <div className={styles.layout}>
      <div className={styles.main}>
        {error && !data && <ErrorPanel error={describe(error)} />}
        {!data && !error && <Skeleton height={420} />}
        {data && <Loaded view={view} data={data} />}
      </div>
      <SideColumn view={view} />
    </div>
  )
}

function Loaded({ view, data }: { readonly view: TimeView; readonly data: TimelineData }) {
  const { t } = useTranslation('time')
  const words = useEntryWords(data.timeZone)
  const commands = useEntryCommands(words)
  const actions = useItemActions({ view, data, words, commands })
  useItemCommands(data.items, actions)
  const root = useFocusOfSelection(data)
  const announcement = useTimeline((state) => state.announcement)
  const trim = useMemo(() => (ids: readonly number[]) => void commands.trim(ids), [commands])
  return (
    <section ref={root} className={styles.sheet} aria-label={t('timeline.label')}>
      {data.isCut && <p className={styles.notice}>{t('timeline.cut')}</p>}
      {view.isAll && <p className={styles.notice}>{t('timeline.sumsOnly')}</p>}
      <OverlapNotice data={data} words={words} onTrim={trim} />
      <TimeGrid view={view} data={data} words={words} actions={actions} onTrim={trim} />
      {data.isEmpty && !view.isAll && <EmptyNote view={view} />}
      <GapMenu words={words} personId={view.personId} commands={commands} />
      <SplitDialog timeZone={data.timeZone} words={words} commands={commands} />
      <div role="status" className={styles.said}>
        {announcement}
      </div>
    </section>
  )
}

/** What is selected keeps the focus where it is drawn anew in another place. */
function useFocusOfSelection(data: TimelineData) {
  const root = useRef<HTMLElement>(null)
  const hasFocus = useRef(false)
  const answered = useRef(useTimeline.getState().focusRequests)
  const requests = useTimeline((state) => state.focusRequests)
  const selected = useTimeline((state) => state.selected)
  useEffect(() => {
    const element = root.current
    if (!element) return
    const note = ({ target }: FocusEvent) => {
      const key = target instanceof HTMLElement ? target.dataset.item : undefined
      hasFocus.current = key !== undefined
      if (key !== undefined) useTimeline.getState().select(key as ItemKey)
    }
    const forget = ({ target }: FocusEvent) => {
      // What is drawn anew elsewhere loses the focus too, and is gone a moment later.
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected && document.activeElement !== target) hasFocus.current = false
      })
    }
    element.addEventListener('focusin', note)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', note)
      element.removeEventListener('focusout', forget)
    }
  }, [])
  useEffect(() => {
    const element = root.current?.querySelector<HTMLElement>(`[data-item="${selected}"]`)
    // What had the focus and is gone leaves it to the page.
    const isLost = hasFocus.current && document.activeElement === document.body
    if (!element || (requests === answered.current && !isLost)) return
    answered.current = requests
    element.focus()
  }, [data, requests, selected])
  return root
}
