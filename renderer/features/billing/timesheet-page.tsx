import { TimesheetView } from './timesheet-view.tsx'

/** The timesheet alone: where it is printed. */
export function TimesheetPage() {
  return <TimesheetView />
}
