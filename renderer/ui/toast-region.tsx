import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useUndoStore } from '../lib/undo-store.ts'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import styles from './toast-region.module.css'
import { type Toast, type ToastAction, useToasts } from './toast-store.ts'

const settleMs = 250

/** Stands once in the shell. Pointer or focus on it stops the clock of all toasts. */
export function ToastRegion() {
  const { t } = useTranslation('ui')
  const toasts = useToasts((state) => state.toasts)
  const [isHovered, setIsHovered] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const isPaused = isHovered || isFocused
  const region = useRef<HTMLDivElement>(null)
  // A button that goes with its toast tells nobody that pointer and focus have left it: look again once the page has settled.
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setIsHovered(region.current?.matches(':hover') === true)
      setIsFocused(region.current?.contains(document.activeElement) === true)
    }, settleMs)
    return () => window.clearTimeout(timer)
  }, [toasts])
  const polite = toasts.filter((toast) => toast.tone !== 'error')
  const urgent = toasts.filter((toast) => toast.tone === 'error')
  const list = (items: readonly Toast[]) =>
    items.map((toast) => <ToastCard key={toast.id} toast={toast} isPaused={isPaused} />)
  // Into the body: within #root, which is a stacking context, the scrim of a dialog would lie above it.
  return createPortal(
    // The attribute keeps messages reachable, and their clicks from closing it, while a dialog is open.
    <section aria-label={t('toast.region')} data-react-aria-top-layer="true">
      <div
        ref={region}
        className={styles.region}
        onPointerEnter={() => setIsHovered(true)}
        onPointerLeave={() => setIsHovered(false)}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
      >
        <div role="alert" className={styles.list}>
          {list(urgent)}
        </div>
        <div role="status" className={styles.list}>
          {list(polite)}
        </div>
      </div>
    </section>,
    document.body,
  )
}

function ToastCard({ toast, isPaused }: { readonly toast: Toast; readonly isPaused: boolean }) {
  const { t } = useTranslation('ui')
  const { id, durationMs, action, more } = toast
  const dismiss = useToasts((state) => state.dismiss)
  // The key takes back the newest step, so only the toast of that step may show it.
  const isNewest = useUndoStore(({ done }) => action?.step === undefined || action.step === done.at(-1)?.commandId)

  useEffect(() => {
    if (durationMs === null || isPaused) return
    const timer = window.setTimeout(() => dismiss(id), durationMs)
    return () => window.clearTimeout(timer)
  }, [id, durationMs, isPaused, dismiss])

  function act(chosen: ToastAction) {
    dismiss(id)
    chosen.run()
  }

  const Icon = toast.tone === 'error' ? CircleAlert : CircleCheck
  return (
    <div className={cx(styles.toast, styles[toast.tone])}>
      {toast.tone !== 'neutral' && <Icon size={16} aria-hidden />}
      <div className={styles.texts}>
        <span>{toast.message}</span>
        {toast.description !== undefined && <small>{toast.description}</small>}
      </div>
      {more && (
        <Button size="s" onPress={() => act(more)}>
          {more.label}
        </Button>
      )}
      {action && (
        <Button
          size="s"
          onPress={() => act(action)}
          {...(action.shortcut !== undefined && isNewest && { shortcut: action.shortcut })}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="s" variant="quiet" icon={X} label={t('toast.close')} onPress={() => dismiss(id)} />
    </div>
  )
}
