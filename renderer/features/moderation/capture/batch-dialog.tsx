import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../../lib/api.ts'
import { showError } from '../../../lib/undo-actions.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { FieldProblem } from '../../../ui/field-problem.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { batchProblems, settleBatch, toBatch } from './batch-draft.ts'
import { BatchFieldset } from './batch-fields.tsx'
import { BatchPreview } from './batch-preview.tsx'
import { useBatch } from './batch-store.ts'
import styles from './capture.module.css'
import { topicsOf } from './new-topics.ts'
import { useBatchReading } from './use-batch-reading.ts'

const MAX_LINE_LENGTH = 500

/** Several at once, with one line in plain words; every field beneath can be corrected. */
export function BatchDialog() {
  const { t } = useTranslation('capture')
  const { line, own, close, type, finish } = useBatch()
  const { reading, today } = useBatchReading(line)
  const fields = settleBatch(reading, own, today)
  const [problem] = batchProblems(reading, own, today)
  const [isChecked, setIsChecked] = useState(false)
  const save = useCommand(client.moderation.captureBatch, {
    done: t('batch.done', { count: fields.count ?? 0 }),
    errors: 'caller',
  })
  const errors = useFieldErrors(['day'], {}, save.error)
  const once = useOneAtATime()
  const personId = useOwnPerson()
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])

  async function submit() {
    setIsChecked(true)
    // Enter in a field may have added to it a moment ago.
    const latest = settleBatch(reading, useBatch.getState().own, today)
    if (batchProblems(reading, useBatch.getState().own, today).length > 0) return
    const batch = toBatch(latest, await topicsOf(latest))
    if (batch && (await save.run({ batch }))) finish()
  }

  const isTold = problem !== undefined && (isChecked || (problem !== 'nothing' && problem !== 'no_count'))
  return (
    <Dialog
      isOpen
      size="l"
      title={t('batch.title')}
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      onSubmit={() => void once(submit).catch(showError)}
      footer={
        <>
          {line !== '' && (
            <span data-start>
              <Button variant="quiet" onPress={finish}>
                {t('discard')}
              </Button>
            </span>
          )}
          <Button type="submit" variant="primary" shortcut="enter" isPending={save.isRunning}>
            {t('save')}
          </Button>
        </>
      }
    >
      {errors.general && <ErrorPanel error={errors.general} />}
      <TextField
        inputRef={input}
        label={t('batch.line')}
        placeholder={t('batch.placeholder')}
        maxLength={MAX_LINE_LENGTH}
        autoComplete="off"
        spellCheck="false"
        value={line}
        onChange={(typed) => {
          save.clearError()
          type(typed)
        }}
      />
      <FieldProblem text={isTold ? t(`batch.problems.${problem}`) : undefined} />
      <div className={styles.inside}>
        <BatchFieldset fields={fields} today={today} dayError={errors.of('day')} onCorrect={save.clearError} />
        {problem === undefined && <BatchPreview fields={fields} personId={personId} />}
      </div>
    </Dialog>
  )
}

/** Whose work it is: one's own, or that of the only one there is. */
function useOwnPerson(): number | null {
  const self = useQuery(api.settings.ledger.queryOptions()).data?.selfPersonId ?? null
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  return self ?? (people.length === 1 ? (people[0]?.id ?? null) : null)
}
