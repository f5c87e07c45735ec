import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

export interface CopyRowsProps {
  readonly rows: readonly (readonly string[])[]
}

/** With tabs, so that the list can be pasted into a sheet or a message to whoever keeps the source in order. */
export function CopyRows({ rows }: CopyRowsProps) {
  const { t } = useTranslation('imports')
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    const clean = (cell: string) => cell.replaceAll(/\s+/g, ' ')
    await navigator.clipboard.writeText(rows.map((cells) => cells.map(clean).join('\t')).join('\n'))
    setIsCopied(true)
  }

  return (
    <Button size="s" variant="quiet" icon={isCopied ? Check : Copy} onPress={() => void copy()}>
      {isCopied ? t('problems.copied') : t('problems.copy')}
    </Button>
  )
}
