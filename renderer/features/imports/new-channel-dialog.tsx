import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { guessNetwork, NETWORK_NAMES, NETWORKS, type Network } from '../../../shared/domain/network.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Dot } from '../../ui/dot.tsx'
import { Stack } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface NewChannel {
  readonly network: Network
  readonly name: string
}

export interface NewChannelDialogProps {
  readonly initialName: string
  onMake(channel: NewChannel): void
  onClose(): void
}

const maximumNameLength = 200

/** A second profile on a network, or a network nobody has heard of. The channel is made when the import is agreed to. */
export function NewChannelDialog({ initialName, onMake, onClose }: NewChannelDialogProps) {
  const { t } = useTranslation('imports')
  const [name, setName] = useState(initialName)
  const [network, setNetwork] = useState<Network>(guessNetwork(initialName) ?? 'other')
  const isComplete = name.trim() !== ''
  const footer = (
    <>
      <Button onPress={onClose}>{t('newChannel.cancel')}</Button>
      <Button type="submit" variant="primary" isDisabled={!isComplete}>
        {t('newChannel.take')}
      </Button>
    </>
  )
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('newChannel.title')}
      size="s"
      footer={footer}
      onSubmit={() => isComplete && onMake({ network, name: name.trim() })}
    >
      <Stack>
        <TextField
          label={t('newChannel.name')}
          description={t('newChannel.nameHint')}
          value={name}
          onChange={setName}
          maxLength={maximumNameLength}
          autoFocus
          isRequired
        />
        <Select<Network>
          label={t('newChannel.network')}
          value={network}
          onChange={setNetwork}
          options={NETWORKS.map((one) => ({
            value: one,
            label: one === 'other' ? t('newChannel.otherNetwork') : NETWORK_NAMES[one],
            mark: <Dot network={one} />,
          }))}
        />
      </Stack>
    </Dialog>
  )
}
