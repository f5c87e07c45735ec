/** Type a name, see what is known of the person, hand it over, erase it. */
import { useQuery } from '@tanstack/react-query'
import { Eraser, FileDown, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundPerson, Person } from '../../../../shared/contract/privacy.ts'
import { api, client } from '../../../lib/api.ts'
import { crisisAddress } from '../../../lib/crisis-address.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useViewSettings } from '../../../lib/view-settings.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { Stack } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import { Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ContactLink } from '../contact/contact-link.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import styles from './privacy.module.css'
import { useHandleText } from './handle-text.ts'
import { useErasing } from './use-erasing.ts'

export function FoundCard() {
  const { t } = useTranslation('privacy')
  const [name, setName] = useState('')
  const [also, setAlso] = useState('')
  const [reach, setReach] = useState<Person['reach']>('word')
  const [person, setPerson] = useState<Person | null>(null)
  const search = () => {
    const alsoNames = also.split(',').map((one) => one.trim())
    if (name.trim() !== '') setPerson({ name: name.trim(), alsoNames: alsoNames.filter(Boolean).slice(0, 10), reach })
  }
  /** Who was erased is named nowhere any more, here either. */
  function forget() {
    setPerson(null)
    setName('')
    setAlso('')
  }
  return (
    <Card title={t('find.title')}>
      <Stack>
        <p>{t('find.lead')}</p>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            search()
          }}
        >
          <TextField label={t('find.name')} value={name} onChange={setName} autoComplete="off" maxLength={200} />
          <TextField
            label={t('find.also')}
            description={t('find.alsoHelp')}
            value={also}
            onChange={setAlso}
            autoComplete="off"
          />
          <Select
            label={t('find.reach')}
            options={(['word', 'mention'] as const).map((value) => ({ value, label: t(`find.reaches.${value}`) }))}
            value={reach}
            onChange={(value) => setReach(value === 'mention' ? value : 'word')}
          />
          <div>
            <Button type="submit" variant="primary" icon={Search} isDisabled={name.trim() === ''}>
              {t('find.run')}
            </Button>
          </div>
        </form>
        <div aria-live="polite">{person && <Found key={JSON.stringify(person)} person={person} onGone={forget} />}</div>
      </Stack>
    </Card>
  )
}

function Found({ person, onGone }: { readonly person: Person; onGone(): void }) {
  const { t } = useTranslation('privacy')
  const describe = useErrorTexts()
  const language = useViewSettings((state) => state.language)
  const [left, setLeft] = useState<readonly number[]>([])
  const [isAsking, setIsAsking] = useState(false)
  const all = useQuery(api.moderation.findPerson.queryOptions({ input: person }))
  const contactIds = all.data?.contacts.map(({ id }) => id).filter((id) => !left.includes(id))
  const meant: Person = left.length === 0 || !contactIds ? person : { ...person, contactIds }
  const found = useQuery(api.moderation.findPerson.queryOptions({ input: meant, placeholderData: (before) => before }))
  if (all.error) return <ErrorPanel error={describe(all.error)} />
  if (!all.data || !found.data) return <Skeleton lines={3} />
  if (all.data.contacts.length === 0 && all.data.mentions.length === 0) return <p>{t('find.nothing')}</p>
  const save = () => saveFile((options) => client.moderation.exportPerson({ ...meant, as: 'html', language }, options))
  return (
    <Stack>
      <FoundContacts contacts={all.data.contacts} left={left} onLeave={setLeft} />
      <Own own={found.data.own} />
      <Mentions mentions={found.data.mentions} />
      <div className={styles.actions}>
        <Button icon={FileDown} onPress={() => void save()}>
          {t('find.export')}
        </Button>
        <Button icon={Eraser} variant="danger" onPress={() => setIsAsking(true)}>
          {t('find.erase')}
        </Button>
      </div>
      {isAsking && (
        <ErasePerson
          person={meant}
          held={found.data.held.length}
          crises={found.data.crises}
          onClose={() => setIsAsking(false)}
          onDone={onGone}
        />
      )}
    </Stack>
  )
}

const PARTS = ['texts', 'answers', 'drafts', 'files', 'leads'] as const

function Own({ own }: Pick<FoundPerson, 'own'>) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const parts = PARTS.filter((part) => own[part] > 0).map((part) => t(`find.parts.${part}`, { count: own[part] }))
  return parts.length === 0 ? null : <p>{t('find.own', { what: format.list(parts) })}</p>
}

interface FoundContactsProps {
  readonly contacts: FoundPerson['contacts']
  readonly left: readonly number[]
  onLeave(ids: readonly number[]): void
}

/** The same handle may be someone else on another network: whoever is not meant is left out. */
function FoundContacts({ contacts, left, onLeave }: FoundContactsProps) {
  const { t } = useTranslation('privacy')
  const handleText = useHandleText()
  const restOf = ({ handles, conversationCount }: FoundPerson['contacts'][number]) =>
    [
      handles.map(handleText).join(', ') || t('find.erasedName'),
      t('find.conversations', { count: conversationCount }),
    ].join(' · ')
  const [first, ...others] = contacts
  if (first === undefined) return null
  // Nothing is to be chosen from one.
  if (others.length === 0) {
    return (
      <p>
        <ContactLink contact={first} /> · {restOf(first)}
      </p>
    )
  }
  return (
    <div role="group" aria-label={t('find.contacts')} className={styles.list}>
      {contacts.map((contact) => (
        <div key={contact.id} className={styles.found}>
          <Checkbox
            aria-label={`${contact.pseudonym} · ${restOf(contact)}`}
            isSelected={!left.includes(contact.id)}
            onChange={(isMeant) => onLeave(isMeant ? left.filter((one) => one !== contact.id) : [...left, contact.id])}
          >
            {restOf(contact)}
          </Checkbox>
          <ContactLink contact={contact} />
        </div>
      ))}
    </div>
  )
}

function Mentions({ mentions }: { readonly mentions: FoundPerson['mentions'] }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const columns = useMemo(
    (): Column<FoundPerson['mentions'][number]>[] => [
      { id: 'place', header: t('find.place'), isRowHeader: true, cell: ({ place }) => t(`places.${place}`) },
      { id: 'count', header: t('find.count'), align: 'end', cell: ({ count }) => format.number(count) },
      { id: 'example', header: t('find.example'), cell: ({ samples }) => samples[0] ?? '' },
    ],
    [t, format],
  )
  if (mentions.length === 0) return null
  return (
    <>
      <Table label={t('find.mentions')} columns={columns} rows={mentions} rowKey={({ place }) => place} />
      {mentions.some(({ place }) => place === 'records') && <p>{t('find.recordsHelp')}</p>}
    </>
  )
}

interface ErasePersonProps {
  readonly person: Person
  readonly held: number
  readonly crises: FoundPerson['crises']
  onClose(): void
  onDone(): void
}

function ErasePerson({ person, held, crises, onClose, onDone }: ErasePersonProps) {
  const { t } = useTranslation('privacy')
  const erasing = useErasing()
  const [includeHeld, setIncludeHeld] = useState(false)
  async function erase() {
    const input = { ...person, includeHeld, commandId: crypto.randomUUID() }
    if (await erasing.run(() => client.moderation.erasePerson(input))) onDone()
  }
  return (
    <EraseDialog
      title={t('erase.title', { name: person.name })}
      what="person"
      erasing={erasing}
      onErase={() => void erase()}
      onClose={onClose}
    >
      {crises.map(({ id, title, files }) => (
        <p key={id}>
          {t('erase.evidence', { count: files, title })}{' '}
          <TextLink href={crisisAddress(id)}>{t('erase.openCrisis')}</TextLink>
        </p>
      ))}
      {held > 0 && (
        <>
          {!includeHeld && <p>{t('erase.held', { count: held })}</p>}
          <Checkbox isSelected={includeHeld} onChange={setIncludeHeld}>
            {t('erase.includeHeld')}
          </Checkbox>
        </>
      )}
    </EraseDialog>
  )
}
