import type { ReactNode } from 'react'
import type { ReportDocument } from '../../shared/contract/reports.ts'
import { cx } from './class-names.ts'
import { ReportBlock, Runs } from './report-block.tsx'
import styles from './paper.module.css'
import { useReportStyle } from './use-report-style.ts'

export interface PaperProps {
  readonly document: ReportDocument
  /** What is shown is still that of an earlier question. */
  readonly isBusy?: boolean
}

/** What decides about a document, above it; not printed. */
export function PaperControls({ children }: { readonly children: ReactNode }) {
  return <div className={styles.controls}>{children}</div>
}

/** A document on its paper. Its words come from the backend, in the document's own language. Printed, it is all there is of the page. */
export function Paper({ document, isBusy = false }: PaperProps) {
  return (
    <div className={styles.stage} aria-busy={isBusy}>
      <Sheet document={document} />
    </div>
  )
}

function Sheet({ document }: { readonly document: ReportDocument }) {
  useReportStyle(document)
  const { language, title, subtitle, state, sentence, facts, sections } = document
  return (
    <article className={cx('report', styles.sheet)} lang={language} aria-label={title}>
      <header className="report-head">
        <p className="report-ledger">{document.pageHead}</p>
        <h2>{title}</h2>
        <p>{subtitle}</p>
      </header>
      {state && <p className={cx('report-state', state.isFinal && 'is-final')}>{state.text}</p>}
      <p className="report-sentence">
        <Runs runs={sentence} />
      </p>
      <dl className="report-facts">
        {facts.map((fact) => (
          <div key={fact.label} className="report-fact">
            <dt>{fact.label}</dt>
            <dd className={cx('value', fact.tone)}>{fact.value}</dd>
            <dd className="remark">{fact.remark}</dd>
          </div>
        ))}
      </dl>
      <div className="report-sections">
        {sections.map((section) => (
          <section
            key={section.id}
            className={cx('report-section', section.isHalf && 'is-half', section.isLong && 'is-long')}
          >
            <h3>{section.title}</h3>
            {section.blocks.map((block, index) => (
              <ReportBlock key={index} block={block} />
            ))}
          </section>
        ))}
      </div>
    </article>
  )
}
