/** Rules in the order in which they are asked. */
import { useQuery } from '@tanstack/react-query'
import { ListChecks, Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule, RuleInput } from '../../../../shared/contract/moderation-setup.ts'
import { api, client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { SortableList } from '../../../ui/sortable-list.tsx'
import { ApplyDialog } from './apply-dialog.tsx'
import { MoveHelp } from './move-help.tsx'
import { useOpenedByAddress } from './opened-by-address.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleRow } from './rule-row.tsx'
import { useRuleWords } from './rule-words.ts'
import styles from './setup.module.css'
import { useSetupNames } from './use-setup-names.ts'

/** What the dialog is about: a rule that is there, or the beginning of a new one. */
interface Edited {
  readonly keptAs: string
  readonly id: number | null
  readonly rule: RuleInput | null
}

/** Which rule is about to be applied; null: all of them. */
interface Applied {
  readonly rule: Rule | null
}

function editOf(rule: Rule): Edited {
  return { keptAs: `rule ${rule.id}`, id: rule.id, rule }
}

export function RulesTab() {
  const { t } = useTranslation('moderationSetup')
  const rules = useQuery(api.moderation.rules.queryOptions())
  const [edited, setEdited] = useState<Edited | null>(null)
  const [applied, setApplied] = useState<Applied | null>(null)
  const addNew = () => setEdited({ keptAs: 'rule new', id: null, rule: null })
  useOpenedByAddress(addNew)
  const add = (
    <Button icon={Plus} onPress={addNew}>
      {t('rules.add')}
    </Button>
  )
  return (
    <QueryFrame query={rules}>
      {(rows) => (
        <div className={styles.wideColumn}>
          <p className={styles.lead}>{t('rules.intro')}</p>
          {rows.length > 0 && (
            <div className={styles.buttons}>
              {add}
              <Button variant="quiet" icon={Play} onPress={() => setApplied({ rule: null })}>
                {t('rules.applyAll')}
              </Button>
            </div>
          )}
          <Card isFlush>
            {rows.length === 0 ? (
              <EmptyState icon={ListChecks} title={t('rules.empty')} primary={add}>
                {t('rules.emptyHelp')}
              </EmptyState>
            ) : (
              <RuleList rules={rows} onEdit={setEdited} onApply={(rule) => setApplied({ rule })} />
            )}
          </Card>
          {rows.length > 1 && <MoveHelp />}
          {edited !== null && <RuleDialog key={edited.keptAs} {...edited} onClose={() => setEdited(null)} />}
          {applied !== null && <ApplyDialog {...applied} onClose={() => setApplied(null)} />}
        </div>
      )}
    </QueryFrame>
  )
}

interface RuleListProps {
  readonly rules: readonly Rule[]
  onEdit(edited: Edited): void
  onApply(rule: Rule): void
}

function RuleList({ rules, onEdit, onApply }: RuleListProps) {
  const { t } = useTranslation('moderationSetup')
  const words = useRuleWords(useSetupNames())
  const change = useChange('toast')
  return (
    <SortableList
      label={t('rules.list')}
      rows={rules}
      isMuted={({ isActive }) => !isActive}
      onAction={(rule) => onEdit(editOf(rule))}
      onMove={async (id, beforeId) => {
        const name = rules.find((rule) => rule.id === id)?.name ?? ''
        await change.run((commandId) => client.moderation.moveRule({ commandId, id, beforeId }), t('moved', { name }))
      }}
    >
      {(rule, index) => (
        <RuleRow
          rule={rule}
          number={index + 1}
          words={words}
          onEdit={() => onEdit(editOf(rule))}
          onApply={() => onApply(rule)}
          onCopy={() =>
            onEdit({
              keptAs: `rule ${rule.id} copy`,
              id: null,
              rule: { ...rule, name: t('rules.copyName', { name: rule.name }) },
            })
          }
        />
      )}
    </SortableList>
  )
}
