import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './billing.module.css'
import { type Project, ProjectForm } from './project-form.tsx'

export interface ProjectsCardProps {
  readonly clientId: number
  readonly name: string
}

export function ProjectsCard({ clientId, name }: ProjectsCardProps) {
  const { t } = useTranslation('billing')
  const [edited, setEdited] = useState<Project | 'new' | null>(null)
  const all = useQuery(api.time.projects.queryOptions()).data ?? []
  const projects = all
    .filter((project) => project.clientId === clientId)
    .toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived))
  return (
    <Card
      title={t('projects.title')}
      aside={
        <Button size="s" variant="quiet" icon={Plus} onPress={() => setEdited('new')}>
          {t('projects.add')}
        </Button>
      }
    >
      {projects.length === 0 ? (
        <p className={styles.note}>{t('projects.none')}</p>
      ) : (
        <div className={styles.rows}>
          {projects.map((project) => (
            <ProjectRow key={project.id} project={project} onEdit={() => setEdited(project)} />
          ))}
        </div>
      )}
      {edited !== null && (
        <ProjectForm
          clientId={clientId}
          name={name}
          project={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  )
}

function ProjectRow({ project, onEdit }: { readonly project: Project; onEdit(): void }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const hours = format.duration(project.seconds)
  const planned = project.plannedMinutes
  const isOver = planned !== null && project.seconds > planned * 60
  return (
    <div className={styles.row}>
      <span>
        <TextLink onPress={onEdit}>{project.name}</TextLink>
      </span>
      <span>{project.isArchived && <Chip>{t('projects.archivedMark')}</Chip>}</span>
      <span className={isOver ? `${styles.number} ${styles.over}` : styles.number}>
        {planned === null ? hours : t('projects.plannedOf', { hours, planned: format.duration(planned * 60) })}
      </span>
    </div>
  )
}
