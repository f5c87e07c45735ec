import { BookmarkPlus, Ellipsis, ListPlus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisContact } from '../../../../shared/contract/crises.ts'
import { LEVEL_NAMES } from '../../../../shared/domain/crisis.ts'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { focusRow, SortableList } from '../../../ui/sortable-list.tsx'
import { ContactForm } from './contact-form.tsx'
import styles from './crises.module.css'
import { useCrisisWords } from './use-crisis-words.ts'

export interface ContactCardProps {
  /** Null: the standing list. */
  readonly crisisId: number | null
  readonly contacts: readonly CrisisContact[]
}

/** Who must know, in which order and until when. */
export function ContactCard({ crisisId, contacts }: ContactCardProps) {
  const { t } = useTranslation('crises')
  const [edited, setEdited] = useState<CrisisContact | 'new' | null>(null)
  const change = useChange('toast')
  async function move(id: number, beforeId: number | null) {
    const others = contacts.filter((contact) => contact.id !== id)
    const at = beforeId === null ? others.length : others.findIndex((contact) => contact.id === beforeId)
    await change.run(
      (commandId) => client.moderation.crisisMoveContact({ commandId, id, to: at }),
      t('contacts.moved'),
      true,
    )
  }
  const needed = contacts.filter(({ isNeeded }) => isNeeded)
  const informed = needed.filter(({ informedAt }) => informedAt !== null).length
  return (
    <Card
      title={t('contacts.title')}
      isFlush={contacts.length > 0}
      aside={
        <>
          {crisisId !== null && needed.length > 0 && t('contacts.count', { informed, count: needed.length })}
          {crisisId !== null && <ListMenu crisisId={crisisId} list="contact" isEmpty={contacts.length === 0} />}
          <IconButton size="s" variant="quiet" icon={Plus} label={t('contacts.add')} onPress={() => setEdited('new')} />
        </>
      }
    >
      {contacts.length === 0 ? (
        <div className={styles.empty}>
          <p className={styles.hint}>{t(crisisId === null ? 'contacts.standingEmpty' : 'contacts.empty')}</p>
          <Button size="s" icon={Plus} onPress={() => setEdited('new')}>
            {t('contacts.add')}
          </Button>
        </div>
      ) : (
        <SortableList<CrisisContact> label={t('contacts.title')} rows={contacts} onMove={move} onAction={setEdited}>
          {(contact) => <ContactRow contact={contact} isStanding={crisisId === null} />}
        </SortableList>
      )}
      {edited !== null && (
        <ContactForm crisisId={crisisId} contact={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Card>
  )
}

interface ContactRowProps {
  readonly contact: CrisisContact
  readonly isStanding: boolean
}

function ContactRow({ contact, isStanding }: ContactRowProps) {
  const { t } = useTranslation('crises')
  const change = useChange('toast')
  const { id, name, role, reachableBy, informedAt, isNeeded } = contact
  const inform = (isInformed: boolean) =>
    change.run(
      (commandId) => client.moderation.crisisInform({ commandId, id, isInformed }),
      t(isInformed ? 'contacts.informed' : 'contacts.uninformed', { name }),
    )
  return (
    <div className={styles.contact} data-muted={!isStanding && !isNeeded && informedAt === null}>
      {!isStanding && (
        <Checkbox
          aria-label={t('contacts.tick', { name })}
          isSelected={informedAt !== null}
          isReadOnly={change.isRunning}
          onChange={(isSelected) => {
            focusRow()
            void inform(isSelected)
          }}
        >
          {null}
        </Checkbox>
      )}
      <span className={styles.contactText}>
        <b>{name}</b>
        <small>{[role, reachableBy].filter(Boolean).join(' · ')}</small>
      </span>
      {isStanding ? <StandingRule contact={contact} /> : <ContactState contact={contact} />}
    </div>
  )
}

function StandingRule({ contact: { fromLevel, withinMinutes } }: { readonly contact: CrisisContact }) {
  const { t } = useTranslation('crises')
  return (
    <span className={styles.contactState}>
      <Chip>
        {fromLevel === 1 ? t('contacts.always') : t('contacts.from', { level: t(`levels.${LEVEL_NAMES[fromLevel]}`) })}
      </Chip>
      <small>
        {withinMinutes === null ? t('contacts.noDeadline') : t('contacts.within', { count: withinMinutes })}
      </small>
    </span>
  )
}

function ContactState({ contact }: { readonly contact: CrisisContact }) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const now = useNow()
  const { informedAt, informBy, isNeeded, fromLevel } = contact
  if (informedAt !== null) {
    const isLate = informBy !== null && informedAt > informBy
    return <Chip tone={isLate ? 'warn' : 'return'}>{t('contacts.at', { at: words.shortAt(informedAt, now) })}</Chip>
  }
  if (!isNeeded) return <Chip>{t('contacts.from', { level: t(`levels.${LEVEL_NAMES[fromLevel]}`) })}</Chip>
  if (informBy === null) return <Chip>{t('contacts.open')}</Chip>
  return informBy < now ? (
    <Chip tone="danger">{t('contacts.late', { span: words.spanIn((now - informBy) / 1000) })}</Chip>
  ) : (
    <Chip tone="warn">{t('contacts.by', { at: words.shortAt(informBy, now) })}</Chip>
  )
}

export interface ListMenuProps {
  readonly crisisId: number
  readonly list: 'contact' | 'task' | 'calm'
  readonly isEmpty: boolean
}

/** Between the list of a crisis and the one that is prepared for the next. */
export function ListMenu({ crisisId: id, list, isEmpty }: ListMenuProps) {
  const { t } = useTranslation('crises')
  const change = useChange('toast')
  return (
    <Menu
      label={t(`standing.menu.${list}`)}
      trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={t(`standing.menu.${list}`)} />}
      groups={[
        {
          entries: [
            {
              id: 'take',
              label: t('standing.take'),
              icon: ListPlus,
              onAction: () =>
                void change.run(
                  (commandId) => client.moderation.crisisTakeStanding({ commandId, id, list }),
                  t('standing.taken'),
                ),
            },
            {
              id: 'keep',
              label: t('standing.keep'),
              icon: BookmarkPlus,
              isDisabled: isEmpty,
              onAction: () =>
                void change.run(
                  (commandId) => client.moderation.crisisKeepStanding({ commandId, id, list }),
                  t('standing.kept'),
                ),
            },
          ],
        },
      ]}
    />
  )
}
