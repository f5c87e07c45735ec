import { Megaphone, Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail, Statement } from '../../../../shared/contract/crises.ts'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import styles from './crises.module.css'
import { type StatementDraft, StatementForm } from './statement-form.tsx'
import { StatementCard } from './statement-card.tsx'

interface OpenForm {
  /** Null: a new one. */
  readonly id: number | null
  readonly draft: StatementDraft
  readonly status: Statement['status']
  readonly keptAs: string
}
const NEW_STATEMENT: StatementDraft = { title: '', text: '', channelId: null }

/** What is said to the outside, from draft to publication. */
export function StatementsView({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crisisParts')
  const [form, setForm] = useState<OpenForm | null>(null)
  const write = useCallback(
    () => setForm({ id: null, draft: NEW_STATEMENT, status: 'draft', keptAs: `crisis ${crisis.id} statement` }),
    [crisis.id],
  )
  useWriteKey(write)
  const add = (
    <Button variant="primary" icon={Plus} shortcut="t" onPress={write}>
      {t('statements.add')}
    </Button>
  )
  return (
    <div className={styles.stack}>
      {crisis.statements.length === 0 ? (
        <EmptyState icon={Megaphone} title={t('statements.emptyTitle')} primary={add}>
          {t('statements.empty')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.toolbar}>
            <p className={styles.hint}>{t('statements.intro')}</p>
            {add}
          </div>
          {crisis.statements.toReversed().map((statement) => (
            <StatementCard
              key={statement.id}
              statement={statement}
              contacts={crisis.contacts}
              onEdit={() => setForm(editOf(statement))}
              onCopy={() => setForm(copyOf(statement))}
            />
          ))}
        </>
      )}
      {form && (
        <StatementForm
          key={form.keptAs}
          keptAs={form.keptAs}
          crisisId={crisis.id}
          id={form.id}
          start={form.draft}
          isApproved={form.status === 'approved'}
          onClose={() => setForm(null)}
        />
      )}
    </div>
  )
}

function editOf(statement: Statement): OpenForm {
  const { id, status } = statement
  return { id, draft: draftOf(statement), status, keptAs: `statement ${id}` }
}

function copyOf(statement: Statement): OpenForm {
  return { id: null, draft: draftOf(statement), status: 'draft', keptAs: `statement ${statement.id} copy` }
}

function draftOf({ title, text, channelId }: Statement): StatementDraft {
  return { title, text, channelId }
}

function useWriteKey(write: () => void) {
  const { t } = useTranslation('crisisParts')
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'crises.statement',
          title: t('statements.add'),
          group: t('group'),
          icon: Megaphone,
          shortcut: 't',
          opensField: true,
          run: write,
        },
      ],
      [t, write],
    ),
  )
}
