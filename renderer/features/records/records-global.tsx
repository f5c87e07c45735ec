import { FileText, Megaphone, MessageCircle, UserRound } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useFinder } from '../../lib/finders.ts'
import { findRecords } from './find-records.ts'
import { type OpenForm, useRecordForms } from './form-store.ts'

// Forms with calendars are heavy; no first screen waits for them.
const PostForm = lazy(async () => ({ default: (await import('./post-form.tsx')).PostForm }))
const ConversationForm = lazy(async () => ({ default: (await import('./conversation-form.tsx')).ConversationForm }))
const NamedForm = lazy(async () => ({ default: (await import('./named-form.tsx')).NamedForm }))

const COMMANDS = [
  { kind: 'post', icon: FileText, keywords: ['beitrag', 'post', 'reel', 'story'] },
  { kind: 'conversation', icon: MessageCircle, keywords: ['gespräch', 'kommentar', 'conversation', 'comment'] },
  { kind: 'campaign', icon: Megaphone, keywords: ['kampagne', 'campaign'] },
  { kind: 'client', icon: UserRound, keywords: ['kunde', 'auftraggeber', 'client'] },
] as const

/** Adding records from anywhere. */
export function RecordsGlobal() {
  const { t } = useTranslation('records')
  const { form, show, close } = useRecordForms()
  useAppCommands(
    useMemo(
      (): AppCommand[] =>
        COMMANDS.map(({ kind, icon, keywords }) => ({
          id: `records.add.${kind}`,
          title: t(`add.${kind}`),
          group: t('title'),
          icon,
          keywords,
          run: () => show({ kind, row: null }),
        })),
      [t, show],
    ),
  )
  useFinder(
    useMemo(
      () => ({ id: 'records', find: (text) => findRecords(text, (kind) => t(`field.${kind}`), show) }),
      [t, show],
    ),
  )
  if (form === null) return null
  return (
    <Suspense fallback={null}>
      <RecordForm key={`${form.kind} ${form.row?.id ?? 'new'}`} form={form} onClose={close} />
    </Suspense>
  )
}

function RecordForm({ form, onClose }: { readonly form: OpenForm; onClose(): void }) {
  if (form.kind === 'post') return <PostForm post={form.row} onClose={onClose} />
  if (form.kind === 'conversation') return <ConversationForm conversation={form.row} onClose={onClose} />
  return <NamedForm list={form.kind} row={form.row} onClose={onClose} />
}
