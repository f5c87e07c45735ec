/** Style sheets made by script: the content policy allows them, and the report's margins name its ledger and period. */
import { useLayoutEffect } from 'react'
import type { ReportDocument } from '../../shared/contract/reports.ts'
import { pageStyle, reportStyle } from '../../shared/report/report-style.ts'

export function useReportStyle(report: ReportDocument): void {
  const { pageHead, pageFoot } = report
  const { before, between } = report.pageNumber
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(reportStyle + pageStyle({ pageHead, pageFoot, pageNumber: { before, between } }))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [pageHead, pageFoot, before, between])
}
