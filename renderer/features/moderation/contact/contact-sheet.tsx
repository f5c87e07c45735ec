/** A contact beside the page: under which names somebody writes, how often and in which mood, and every conversation with them. */
import { useQuery } from '@tanstack/react-query'
import { GitMerge, Split } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactDetail } from '../../../../shared/contract/privacy.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { Stack } from '../../../ui/page.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { useHandleText } from '../privacy/handle-text.ts'
import { BlockButton } from './block-button.tsx'
import { useContactSheet } from './contact-store.ts'
import styles from './contact.module.css'
import { ContactConversations } from './contact-conversations.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

export function ContactSheet({ id }: { readonly id: number }) {
  const { t } = useTranslation('privacy')
  const close = useContactSheet((state) => state.close)
  const contact = useQuery(api.moderation.contact.queryOptions({ input: { id } }))
  return (
    <Dialog
      kind="sheet"
      size="l"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      title={contact.data ? t('contact.title', { pseudonym: contact.data.pseudonym }) : t('contact.loading')}
    >
      <QueryFrame query={contact}>{(detail) => <Contact contact={detail} />}</QueryFrame>
    </Dialog>
  )
}

function Contact({ contact }: { readonly contact: ContactDetail }) {
  const { t } = useTranslation('privacy')
  const [asked, setAsked] = useState<'merge' | 'split' | null>(null)
  const close = () => setAsked(null)
  const actions = useRef<HTMLDivElement>(null)
  const canSplit = contact.handles.length > 1
  // With the last other name its button goes: the focus stays in the sheet all the same.
  useEffect(() => {
    if (document.activeElement === document.body) actions.current?.querySelector('button')?.focus()
  }, [asked, canSplit])
  return (
    <Stack>
      <Facts contact={contact} />
      <div className={styles.actions} ref={actions}>
        <Button icon={GitMerge} onPress={() => setAsked('merge')}>
          {t('contact.merge')}
        </Button>
        {canSplit && (
          <Button icon={Split} onPress={() => setAsked('split')}>
            {t('contact.split')}
          </Button>
        )}
        <BlockButton contact={contact} />
      </div>
      <ContactConversations contact={contact} />
      {asked === 'merge' && <MergeDialog contact={contact} onClose={close} />}
      {asked === 'split' && <SplitDialog contact={contact} onClose={close} />}
    </Stack>
  )
}

function Facts({ contact }: { readonly contact: ContactDetail }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const handleText = useHandleText()
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
  const { handles, isBlocked, firstAt, lastAt, moods } = contact
  const isJudged = moods.positive + moods.negative + moods.angry > 0
  return (
    <KeyValues
      items={[
        {
          label: t('contacts.handles'),
          value: (
            <span className={styles.names} dir="auto">
              {handles.length === 0 ? t('find.erasedName') : handles.map((handle) => handleText(handle)).join(', ')}
              {isBlocked && <Chip tone="danger">{t('contacts.blocked')}</Chip>}
            </span>
          ),
        },
        { label: t('contact.first'), value: format.instant(firstAt, timeZone) },
        { label: t('contacts.last'), value: format.instant(lastAt, timeZone) },
        isJudged
          ? {
              label: t('contacts.mood'),
              value: t('contacts.moods', { good: moods.positive, bad: moods.negative + moods.angry }),
            }
          : null,
      ]}
    />
  )
}
