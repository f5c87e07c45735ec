import { X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly isOpen: boolean
  onOpenChange(isOpen: boolean): void
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the primary one last. Wrap body and footer in one form with `renderForm` where Enter should submit. */
  readonly footer?: ReactNode
  /** xl: two columns. */
  readonly size?: 's' | 'm' | 'l' | 'xl'
  /** A sheet slides in from the right and leaves the page readable beside it. */
  readonly kind?: 'modal' | 'sheet'
  /** An alert asks before something that undo cannot bring back; a click outside does not close it. */
  readonly isAlert?: boolean
  /** Called on submit; body and footer then are one form. */
  onSubmit?(): void
  /** With `onSubmit`: told of every key before the field or button that has the focus, some of which keep keys to themselves. */
  onKey?(event: KeyboardEvent<HTMLFormElement>): void
}

export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, size = 'm', kind = 'modal', isAlert = false } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
      className={cx(styles.scrim, kind === 'sheet' && styles.sheetScrim)}
    >
      <Modal className={cx(styles.modal, kind === 'sheet' ? styles.sheet : styles.centred, styles[size])}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={cx(styles.dialog)}>
          <DialogInside {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function DialogInside({ title, children, footer, onOpenChange, onSubmit, onKey }: DialogProps) {
  const { t } = useTranslation('ui')
  const inside = (
    <>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </>
  )
  return (
    <>
      <header className={styles.head}>
        <Heading slot="title" className={cx(styles.title)}>
          {title}
        </Heading>
        <Button aria-label={t('dialog.close')} className={cx(styles.close)} onPress={() => onOpenChange(false)}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {onSubmit ? (
        <form
          className={styles.form}
          noValidate
          onKeyDownCapture={(event) => {
            onKey?.(event)
            if (!event.defaultPrevented) submitByKey(event)
          }}
          onSubmit={(event) => {
            event.preventDefault()
            // A dialog opened from within another form must not submit that one too.
            event.stopPropagation()
            const form = event.currentTarget
            const from = document.activeElement
            onSubmit()
            // Whoever has gone elsewhere by then is left there.
            requestAnimationFrame(() => document.activeElement === from && focusFirstInvalid(form))
          }}
        >
          {inside}
        </form>
      ) : (
        <div className={styles.form}>{inside}</div>
      )}
    </>
  )
}

/** What holds a form back is where typing goes on. */
function focusFirstInvalid(form: HTMLFormElement) {
  form.querySelector<HTMLElement>(':is(input, textarea, button, [role=spinbutton])[aria-invalid=true]')?.focus()
}

/**
 * Enter submits from every input; the parts of a date are none and keep their keys to themselves. Ctrl or ⌘ with Enter submits from everywhere,
 * notes included, as pressing the button would: not where it cannot be pressed.
 */
function submitByKey(event: KeyboardEvent<HTMLFormElement>) {
  const { key, ctrlKey, metaKey, target, currentTarget: form } = event
  const isSegment = target instanceof HTMLElement && target.closest('[role=spinbutton]:not(input)') !== null
  if (key !== 'Enter' || !(isSegment || ctrlKey || metaKey)) return
  event.preventDefault()
  event.stopPropagation()
  if (form.querySelector('[type=submit]:not([disabled])') !== null) form.requestSubmit()
}
