import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { LinkButton } from './link-button.tsx'

/** Where nothing is yet: the way to bring data in. */
export function ImportLink({ children }: { readonly children: ReactNode }) {
  return (
    <LinkButton variant="primary" icon={Download} href="/imports">
      {children}
    </LinkButton>
  )
}
